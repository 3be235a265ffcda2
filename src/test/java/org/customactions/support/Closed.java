package org.customactions.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * What an operator closes or opens: no private network for webhooks, as in production by default; no console; no
 * patience with requests that do not end; and pages of another origin, every port of the loopback address.
 */
public final class Closed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "custom-actions.console.enabled", "false",
                "custom-actions.request.body-timeout", "2S",
                "quarkus.http.idle-timeout", "10S",
                "quarkus.http.cors.enabled", "true",
                "quarkus.http.cors.origins", "/http:\\/\\/127\\.0\\.0\\.1:[0-9]+/");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Networks.class));
    }

    /** Comes after the fixtures, which open the loopback network for every other test. */
    public static final class Networks implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("custom-actions.webhook.allowed-networks", "");
        }

        @Override
        public void stop() {
            // It has started nothing.
        }

        @Override
        public int order() {
            return Integer.MAX_VALUE;
        }
    }
}
