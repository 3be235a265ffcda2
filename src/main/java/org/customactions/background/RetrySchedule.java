package org.customactions.background;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * When a failed attempt is followed by another: about 5 s, 30 s, 5 min, 30 min and 2 h later. Each wait is up to a
 * fifth shorter or longer, so that what failed together does not come back together.
 *
 * @param attempts in all
 * @param random from 0 up to 1
 */
record RetrySchedule(int attempts, DoubleSupplier random) {

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    private static final double SPREAD = 0.2;

    /** Whether so many failures were all of the round. */
    boolean isOverAfter(int failures) {
        return failures >= attempts;
    }

    /**
     * How long to wait after so many failures of the round.
     *
     * @param notBefore what the upstream asks for
     */
    Duration waitAfter(int failures, Duration notBefore) {
        var usual = WAITS.get(Math.min(failures, WAITS.size()) - 1);
        var spread = Duration.ofMillis((long) (usual.toMillis() * (1 - SPREAD + 2 * SPREAD * random.getAsDouble())));
        return spread.compareTo(notBefore) > 0 ? spread : notBefore;
    }
}
