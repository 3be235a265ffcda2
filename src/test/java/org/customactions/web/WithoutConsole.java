package org.customactions.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The page for managers is switched off. */
public class WithoutConsole implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("custom-actions.console.enabled", "false");
    }
}
