package org.customactions.history.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When somebody looks whether an organization has too many bytes of exchanges. */
class ExchangeRoomTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final ExchangeRoom room = new ExchangeRoom(3_200);

    @Test
    void shouldLookWithTheFirstOfEachOrganizationAndAfterAPartOfTheLimit() {
        assertThat(room.isToBeMadeFor(ONE, 10)).isTrue();
        assertThat(room.isToBeMadeFor(ONE, 60)).isFalse();
        assertThat(room.isToBeMadeFor(OTHER, 10)).isTrue();
        assertThat(room.isToBeMadeFor(ONE, 40)).isTrue();
        assertThat(room.isToBeMadeFor(ONE, 40)).isFalse();
    }
}
