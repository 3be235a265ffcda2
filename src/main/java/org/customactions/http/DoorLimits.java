package org.customactions.http;

import io.smallrye.config.SmallRyeConfig;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What connections of one server may take.
 *
 * @param connections most that are open at once
 * @param headTimeout how long the head of a request may take
 */
record DoorLimits(int connections, Duration headTimeout) {

    private static final int DEFAULT_CONNECTIONS = 4_096;

    static DoorLimits configured() {
        var configuration = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        return new DoorLimits(
                configuration
                        .getOptionalValue("quarkus.http.limits.max-connections", Integer.class)
                        .orElse(DEFAULT_CONNECTIONS),
                configuration.getConfigMapping(RequestConfiguration.class).headTimeout());
    }

    /** From how many on the server makes room for newcomers, before the framework refuses them. */
    int crowded() {
        return connections - Math.max(1, connections / 64);
    }
}
