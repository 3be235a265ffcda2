package org.customactions.execution;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts requests and executions by how long they took, so that percentiles can be computed over all replicas. The
 * limits are those of Prometheus' own clients; the last is also a webhook's default timeout.
 */
@Singleton
class LatencyBuckets implements MeterFilter {

    private static final Set<String> TIMERS = Set.of("http.server.requests", "custom_actions.executions");

    private static final double[] LIMITS = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return TIMERS.contains(id.getName())
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(LIMITS)
                        .build()
                        .merge(config)
                : config;
    }
}
