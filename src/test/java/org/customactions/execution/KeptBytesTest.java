package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptBytesTest {

    private final AtomicLong now = new AtomicLong();
    private final KeptBytes kept = new KeptBytes(1_000, now::get);
    private final UUID organization = UUID.randomUUID();

    @Test
    void shouldTakeNoMoreThanFits() {
        assertThat(kept.take(organization, 600)).isTrue();
        assertThat(kept.take(organization, 401)).isFalse();
        assertThat(kept.take(organization, 400)).isTrue();
        assertThat(kept.take(organization, 1)).isFalse();
    }

    @Test
    void shouldHaveRoomAgainAfterADayAndForHalfAfterHalfADay() {
        kept.take(organization, 1_000);

        now.addAndGet(Duration.ofHours(12).toNanos());
        assertThat(kept.take(organization, 501)).isFalse();
        assertThat(kept.take(organization, 500)).isTrue();

        now.addAndGet(Duration.ofHours(24).toNanos());
        assertThat(kept.take(organization, 1_000)).isTrue();
    }

    @Test
    void shouldCountEachOrganizationForItself() {
        kept.take(organization, 1_000);

        assertThat(kept.take(UUID.randomUUID(), 1_000)).isTrue();
    }
}
