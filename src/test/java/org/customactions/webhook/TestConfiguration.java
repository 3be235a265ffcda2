package org.customactions.webhook;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The configuration of a test; starts from the product's defaults. */
record TestConfiguration(Duration timeout, MemorySize maxResponseSize, Optional<List<String>> allowedNetworks)
        implements WebhookConfiguration {

    static final TestConfiguration DEFAULT = new TestConfiguration(
            Duration.ofSeconds(10), new MemorySize(BigInteger.valueOf(1024 * 1024)), Optional.empty());

    @Override
    public Duration circuitBreakerDelay() {
        return Duration.ofMillis(500);
    }

    static TestConfiguration allowing(String... entries) {
        return new TestConfiguration(DEFAULT.timeout, DEFAULT.maxResponseSize, Optional.of(List.of(entries)));
    }

    TestConfiguration within(Duration limit) {
        return new TestConfiguration(limit, maxResponseSize, allowedNetworks);
    }

    TestConfiguration upTo(long bytes) {
        return new TestConfiguration(timeout, new MemorySize(BigInteger.valueOf(bytes)), allowedNetworks);
    }
}
