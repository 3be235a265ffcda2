package org.customactions.webhook;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The configuration of a test; starts from the product's defaults. */
record TestConfiguration(
        Duration timeout,
        MemorySize maxResponseSize,
        Optional<List<String>> allowedNetworks,
        Optional<String> trustedCertificates,
        Optional<String> proxy,
        Optional<List<String>> noProxy)
        implements WebhookConfiguration {

    static final TestConfiguration DEFAULT = new TestConfiguration(
            Duration.ofSeconds(10),
            new MemorySize(BigInteger.valueOf(1024 * 1024)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Override
    public Duration circuitBreakerDelay() {
        return Duration.ofMillis(500);
    }

    static TestConfiguration allowing(String... entries) {
        return new TestConfiguration(
                DEFAULT.timeout,
                DEFAULT.maxResponseSize,
                Optional.of(List.of(entries)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    TestConfiguration within(Duration limit) {
        return new TestConfiguration(limit, maxResponseSize, allowedNetworks, trustedCertificates, proxy, noProxy);
    }

    TestConfiguration upTo(long bytes) {
        return new TestConfiguration(
                timeout,
                new MemorySize(BigInteger.valueOf(bytes)),
                allowedNetworks,
                trustedCertificates,
                proxy,
                noProxy);
    }

    TestConfiguration trusting(String file) {
        return new TestConfiguration(timeout, maxResponseSize, allowedNetworks, Optional.of(file), proxy, noProxy);
    }

    TestConfiguration through(String url) {
        return new TestConfiguration(
                timeout, maxResponseSize, allowedNetworks, trustedCertificates, Optional.of(url), noProxy);
    }

    TestConfiguration without(String... hosts) {
        return new TestConfiguration(
                timeout, maxResponseSize, allowedNetworks, trustedCertificates, proxy, Optional.of(List.of(hosts)));
    }
}
