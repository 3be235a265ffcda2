package org.customactions.execution;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits that a test can reach quickly. */
public final class TightLimits implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "custom-actions.webhook.timeout", "2S",
                "custom-actions.webhook.max-response-size", "1K",
                "custom-actions.script.timeout", "0.5S",
                "custom-actions.redirect.lifetime", "7S",
                "custom-actions.execution.max-concurrent-per-organization", "2");
    }
}
