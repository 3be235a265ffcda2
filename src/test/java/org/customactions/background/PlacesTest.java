package org.customactions.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who gets a place, and how many. */
class PlacesTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final Places places = new Places(20, 4, 3);

    private void take(UUID organization, int upstream, int times) {
        for (int i = 0; i < times; i++) {
            places.take(lane(organization, upstream), 1);
        }
    }

    private static Lane lane(UUID organization, int upstream) {
        return new Lane(organization, (short) upstream);
    }

    @Test
    void shouldLeaveAPlaceForAnotherUpstream() {
        take(ONE, 1, 3);

        assertThat(places.isFull(lane(ONE, 1))).isTrue();
        assertThat(places.isFull(lane(ONE, 2))).isFalse();
        assertThat(places.room().full()).isEmpty();
    }

    @Test
    void shouldGiveAnOrganizationNoMoreThanItsPlaces() {
        take(ONE, 1, 3);
        take(ONE, 2, 1);

        assertThat(places.room().full()).containsExactly(ONE);
        assertThat(places.isFull(lane(ONE, 3))).isTrue();
        assertThat(places.isFull(lane(OTHER, 1))).isFalse();
    }

    @Test
    void shouldGiveOneToEachOnceHalfAreTaken() {
        for (int i = 1; i <= 5; i++) {
            take(new UUID(1, i), 1, 2);
        }

        assertThat(places.room().perOrganization()).isEqualTo(1);
        assertThat(places.room().full()).hasSize(5);
        assertThat(places.isFull(lane(OTHER, 1))).isFalse();
        take(OTHER, 1, 1);
        assertThat(places.isFull(lane(OTHER, 2))).isTrue();
    }

    @Test
    void shouldTakeNothingWhereNothingIsFree() {
        for (int i = 1; i <= 20; i++) {
            take(new UUID(1, i), 1, 1);
        }

        assertThat(places.room().free()).isZero();
        assertThat(places.isFull(lane(OTHER, 1))).isTrue();
    }

    @Test
    void shouldGetBackWhatIsReleased() {
        take(ONE, 1, 3);

        places.release(lane(ONE, 1), 1);

        assertThat(places.taken()).isEqualTo(2);
        assertThat(places.room().busy()).containsEntry(lane(ONE, 1), 2);
        places.release(lane(ONE, 1), 1);
        places.release(lane(ONE, 1), 1);
        assertThat(places.room().busy()).isEmpty();
    }

    @Test
    void shouldCountTheBytesOfLargeRequests() {
        var all = places.room().largeBytes();

        places.take(lane(ONE, 1), Places.SMALL);
        places.take(lane(ONE, 2), 1_000_000);

        assertThat(places.room().largeBytes()).isEqualTo(all - 1_000_000);
        places.release(lane(ONE, 2), 1_000_000);
        assertThat(places.room().largeBytes()).isEqualTo(all);
    }

    @Test
    void shouldPutEachUpstreamInOneOfAFewLanes() {
        assertThat(Lane.of(ONE, "https://a.example")).isEqualTo(Lane.of(ONE, "https://a.example"));
        for (int i = 0; i < 1_000; i++) {
            assertThat(Lane.of(ONE, "https://%d.example".formatted(i)).upstream())
                    .isBetween((short) 0, (short) 63);
        }
        assertThat(Lane.ORDER.compare(lane(ONE, 63), lane(ONE, 0).last())).isNegative();
        assertThat(Lane.ORDER.compare(lane(ONE, 0).last(), lane(OTHER, 0))).isNegative();
    }
}
