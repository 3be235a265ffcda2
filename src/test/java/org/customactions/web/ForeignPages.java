package org.customactions.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service is told of another origin whose pages may call it: every port of this machine's loopback address. */
public class ForeignPages implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.cors.enabled",
                "true",
                "quarkus.http.cors.origins",
                "/http:\\/\\/127\\.0\\.0\\.1:[0-9]+/");
    }
}
