package org.customactions.execution;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Upstreams are given up soon, and tried again soon. No script is executed. */
public final class QuickCircuits implements QuarkusTestProfile {

    /** Long enough for a healthy upstream on a busy machine. */
    static final long TIMEOUT_MILLIS = 2_000;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "custom-actions.webhook.timeout",
                TIMEOUT_MILLIS + "MS",
                "custom-actions.webhook.circuit-breaker-delay",
                "1S",
                "custom-actions.script.enabled",
                "false");
    }
}
