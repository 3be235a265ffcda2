package org.customactions.execution;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.customactions.webhook.DnsServer;

/**
 * Limits that a test can reach quickly. Every way in which an upstream can fail is quick to provoke, and a circuit that
 * is open stays so.
 */
public final class Strict implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "custom-actions.webhook.timeout", "4S",
                "custom-actions.webhook.max-response-size", "1K",
                "custom-actions.webhook.circuit-breaker-delay", "1H",
                "custom-actions.script.timeout", "0.5S",
                "custom-actions.redirect.lifetime", "7S",
                "custom-actions.secrets.write-only", "true",
                "custom-actions.execution.max-concurrent-per-organization", "2",
                "custom-actions.directory.max-contacts-per-organization", "20");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(NoNames.class));
    }

    /** A DNS server that knows no name, so that none depends on the machine's. */
    public static final class NoNames implements QuarkusTestResourceLifecycleManager {

        private DnsServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = new DnsServer();
                return Map.of("quarkus.vertx.resolver.servers", server.address());
            } catch (IOException e) {
                throw new UncheckedIOException("The DNS server did not start", e);
            }
        }

        @Override
        public void stop() {
            if (server != null) {
                server.close();
            }
        }
    }
}
