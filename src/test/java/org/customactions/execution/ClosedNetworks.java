package org.customactions.execution;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** No private network is opened to webhooks, as in production by default. */
public final class ClosedNetworks implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Closing.class));
    }

    /** Comes after the fixtures, which open the loopback network for every other test. */
    public static final class Closing implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("custom-actions.webhook.allowed-networks", "");
        }

        @Override
        public void stop() {}

        @Override
        public int order() {
            return Integer.MAX_VALUE;
        }
    }
}
