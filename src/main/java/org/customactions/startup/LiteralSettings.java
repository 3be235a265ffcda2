package org.customactions.startup;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;
import io.smallrye.config.common.utils.StringUtil;
import jakarta.annotation.Priority;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Settings whose values mean what they say. Everywhere else <code>${…}</code> stands for another setting, but passwords
 * and keys are made at random, and one with a dollar in it must work. A file may hold a credential instead: the setting
 * with {@code _FILE} at its end names it, and it is read each time that the value is asked for.
 */
// Within the interceptor of expressions (300), so that it meets values before they are taken for any, and outside the
// one
// of profiles (200).
@Priority(Priorities.LIBRARY + 250)
public class LiteralSettings implements ConfigSourceInterceptor {

    private static final String FILES = "file of a setting";

    private static final Set<String> CREDENTIALS = Set.of(
            "DB_USERNAME",
            "DB_PASSWORD",
            "custom-actions.directory.authorization",
            "custom-actions.jwt.secret",
            "custom-actions.secrets.key",
            "custom-actions.secrets.previous-keys");

    /** From the name of an environment variable to that of the setting. */
    private static final Map<String, String> LITERAL = Stream.concat(
                    CREDENTIALS.stream().flatMap(name -> Stream.of(name, nameOfFile(name))),
                    Stream.of("DB_HOST", "DB_PORT", "DB_NAME", "DB_SCHEMA", "DB_SSLMODE", "DB_SSLROOTCERT"))
            .collect(Collectors.toUnmodifiableMap(LiteralSettings::variable, Function.identity()));

    /** What a byte becomes that the machine's locale has no character for. */
    private static final char UNREADABLE = '\uFFFD';

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        var setting = LITERAL.get(variable(name));
        if (setting == null) {
            return value;
        }
        if (isSet(value) || !CREDENTIALS.contains(setting)) {
            return escaped(value);
        }
        var file = context.proceed(nameOfFile(name));
        return isSet(file) ? escaped(contentOf(file, name)) : value;
    }

    /** The environment variables of these settings. */
    public static Set<String> variables() {
        return LITERAL.keySet();
    }

    /** @throws ConfigurationException if a setting is set twice, its file cannot be used, or it was garbled */
    public static void check(Config configuration) {
        CREDENTIALS.stream().sorted().forEach(name -> checkFile(configuration, name));
        LITERAL.forEach((variable, name) -> configuration
                .getOptionalValue(name, String.class)
                .filter(value -> value.indexOf(UNREADABLE) >= 0)
                .ifPresent(value -> {
                    throw new ConfigurationException(
                            "%s has characters that this machine's locale cannot read: set LANG=C.UTF-8%s"
                                    .formatted(
                                            variable,
                                            CREDENTIALS.contains(name)
                                                    ? ", or put the value into a file and name it in %s_FILE"
                                                            .formatted(variable)
                                                    : ""));
                }));
    }

    private static void checkFile(Config configuration, String name) {
        if (configuration
                .getOptionalValue(nameOfFile(name), String.class)
                .filter(file -> !file.isEmpty())
                .isEmpty()) {
            return;
        }
        // Reads the file, unless the setting itself has a value.
        var source = configuration.getConfigValue(name).getSourceName();
        if (!FILES.equals(source)) {
            throw new ConfigurationException(
                    "Set only one of %s and %s".formatted(variable(name), variable(nameOfFile(name))));
        }
    }

    private static ConfigValue contentOf(ConfigValue file, String name) {
        var content = SettingFile.read(variable(nameOfFile(name)), file.getValue());
        return ConfigValue.builder()
                .withName(name)
                .withValue(content)
                .withRawValue(content)
                .withConfigSourceName(FILES)
                .withConfigSourceOrdinal(file.getConfigSourceOrdinal())
                .build();
    }

    /** As an expression that stands for the same text. */
    private static ConfigValue escaped(ConfigValue value) {
        return isSet(value) && Expressions.isEnabled()
                ? value.withValue(value.getValue().replace("$", "\\$"))
                : value;
    }

    private static boolean isSet(ConfigValue value) {
        return value != null && value.getValue() != null && !value.getValue().isEmpty();
    }

    private static String nameOfFile(String name) {
        return name + (name.equals(variable(name)) ? "_FILE" : "-file");
    }

    private static String variable(String name) {
        return StringUtil.replaceNonAlphanumericByUnderscores(name).toUpperCase(Locale.ROOT);
    }
}
