package org.customactions.deployment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.customactions.startup.LiteralSettings;
import org.eclipse.microprofile.jwt.config.Names;

/** The configuration that the service reads in a pod, and the names that it would read at all. */
final class PodSettings {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
    private static final Pattern OF_QUARKUS = Pattern.compile("\"environmentVariable\"\\s*:\\s*\"([A-Z0-9_]+)\"");

    private static final int OF_ENVIRONMENT = 300;
    private static final int OF_APPLICATION = 250;

    private PodSettings() {}

    /** As production puts it together: the environment before {@code application.properties} before the defaults. */
    static SmallRyeConfig of(Map<String, String> environment) throws IOException {
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .addDiscoveredInterceptors()
                .withProfile("prod")
                .withSources(new EnvConfigSource(environment, OF_ENVIRONMENT))
                .withSources(new PropertiesConfigSource(PROPERTIES.toUri().toURL(), OF_APPLICATION));
        mappings().forEach(builder::withMapping);
        return builder.build();
    }

    /** Every environment variable that means something to the service, to Quarkus or to MicroProfile JWT. */
    static Set<String> known() throws IOException {
        var known = new HashSet<String>();
        for (var mapping : mappings()) {
            ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet().stream()
                    .map(PodSettings::variable)
                    .forEach(known::add);
        }
        known.addAll(LiteralSettings.variables());
        matches(PLACEHOLDER, Files.readString(PROPERTIES)).forEach(known::add);
        Stream.of(Names.VERIFIER_PUBLIC_KEY_LOCATION, Names.ISSUER, Names.AUDIENCES)
                .map(PodSettings::variable)
                .forEach(known::add);
        known.addAll(ofQuarkus());
        return known;
    }

    /** From the reference that each extension of Quarkus brings along. */
    private static Set<String> ofQuarkus() throws IOException {
        var known = new HashSet<String>();
        var models = Thread.currentThread()
                .getContextClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json");
        while (models.hasMoreElements()) {
            try (var model = models.nextElement().openStream()) {
                matches(OF_QUARKUS, new String(model.readAllBytes())).forEach(known::add);
            }
        }
        return known;
    }

    private static List<Class<?>> mappings() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith("Configuration.class"))
                    .<Class<?>>map(PodSettings::load)
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .toList();
        }
    }

    private static Class<?> load(Path file) {
        var name = CLASSES.relativize(file).toString().replace('/', '.');
        try {
            return Class.forName(name.substring(0, name.length() - ".class".length()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }
}
