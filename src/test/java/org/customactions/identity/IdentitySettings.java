package org.customactions.identity;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The settings of identity as the service reads them, without the service. */
final class IdentitySettings {

    private IdentitySettings() {}

    static ClaimsConfiguration claims(Map<String, String> settings) {
        return read(settings).getConfigMapping(ClaimsConfiguration.class);
    }

    static ManagerRoles managers(Map<String, String> settings) {
        return new ManagerRoles(identity(settings));
    }

    static IdentityConfiguration identity(Map<String, String> settings) {
        return read(settings).getConfigMapping(IdentityConfiguration.class);
    }

    private static SmallRyeConfig read(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDiscoveredInterceptors()
                .withMapping(ClaimsConfiguration.class)
                .withMapping(IdentityConfiguration.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1))
                .build();
    }
}
