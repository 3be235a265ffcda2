package org.customactions.demo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service as {@code quarkus:dev} runs it, with a signing secret instead of the tests' public key. */
public class DemoProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "dev";
    }

    /** Its welcome has a token in it, on purpose, and nothing else may write one. */
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.log.category.\"org.customactions.demo\".level", "WARN");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Secret.class));
    }

    /** Replaces the key that the other tests sign with. */
    public static class Secret implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "custom-actions.jwt.secret",
                    "a-secret-of-the-demo-in-a-test-that-is-long-enough",
                    "mp.jwt.verify.publickey.location",
                    "NONE");
        }

        @Override
        public void stop() {
            // It has started nothing.
        }
    }
}
