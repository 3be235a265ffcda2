package org.customactions.directory.platform;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Collectors;
import org.customactions.directory.DirectoryConfiguration;

/** Settings of a directory as an operator writes them. */
final class Directories {

    private static final String PREFIX = "custom-actions.directory.";

    private Directories() {}

    /** @param settings by their names after the prefix */
    static PlatformSettings settings(Map<String, String> settings) {
        return PlatformSettings.of(configuration(settings)).orElseThrow();
    }

    static DirectoryConfiguration configuration(Map<String, String> settings) {
        var prefixed = settings.entrySet().stream()
                .collect(Collectors.toMap(setting -> PREFIX + setting.getKey(), Map.Entry::getValue));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDiscoveredInterceptors()
                .withMapping(DirectoryConfiguration.class)
                .withSources(new PropertiesConfigSource(prefixed, "test", 1))
                .build()
                .getConfigMapping(DirectoryConfiguration.class);
    }
}
