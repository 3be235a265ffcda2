package org.customactions.execution;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits by which an execution counts as under way for 17 s and no longer; what is over is deleted at once. */
public class ShortLeases implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "custom-actions.webhook.timeout", "3S",
                "custom-actions.script.max-wait", "1S",
                "custom-actions.database.timeout", "2S",
                "custom-actions.database.cleaning-interval", "0.2S");
    }
}
