package org.customactions.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueRoomTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final QueueRoom room = new QueueRoom(320, 3_200);

    private long looks(UUID organization, int clicks, int bytes) {
        return IntStream.range(0, clicks)
                .filter(i -> room.isToBeCounted(organization, bytes))
                .count();
    }

    @Test
    void shouldLookAtFirstAndAfterEachPartOfTheLimit() {
        assertThat(looks(ONE, 1, 1)).isEqualTo(1);
        assertThat(looks(ONE, 9, 1)).isZero();
        assertThat(looks(ONE, 1, 1)).isEqualTo(1);
        assertThat(looks(ONE, 100, 1)).isEqualTo(10);
        assertThat(looks(OTHER, 1, 1)).isEqualTo(1);
    }

    @Test
    void shouldLookAfterEachPartOfTheBytes() {
        looks(ONE, 1, 1);

        assertThat(looks(ONE, 4, 25)).isEqualTo(1);
        assertThat(looks(ONE, 1, 100)).isEqualTo(1);
    }

    @Test
    void shouldLookEachTimeWhileThereIsNoRoom() {
        looks(ONE, 1, 1);
        for (int i = 0; i < 3; i++) {
            room.isFull(ONE);

            assertThat(looks(ONE, 1, 1)).isEqualTo(1);
        }
        assertThat(looks(ONE, 9, 1)).isZero();
    }

    @Test
    void shouldLookEachTimeWhereFewMayWait() {
        var small = new QueueRoom(3, 3_200);

        assertThat(IntStream.range(0, 5).allMatch(i -> small.isToBeCounted(ONE, 1)))
                .isTrue();
    }
}
