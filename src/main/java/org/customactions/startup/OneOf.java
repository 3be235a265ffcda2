package org.customactions.startup;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads a setting that is one of a few words, the names of an enum's constants in lower case. */
public final class OneOf {

    private OneOf() {}

    /**
     * The constant of the word.
     *
     * @throws ConfigurationException with a sentence that names the setting and the words, if it is another
     */
    public static <E extends Enum<E>> E of(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("%s cannot be \"%s\": it must be one of %s"
                        .formatted(
                                SettingName.current(),
                                text,
                                Arrays.stream(type.getEnumConstants())
                                        .map(OneOf::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
