package org.customactions.startup;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * A converter for a setting that is one of a few words, the names of an enum's constants in lower case. Another word
 * ends the start with a sentence that names the setting and the words.
 *
 * @param <E> the enum
 */
public abstract class OneOf<E extends Enum<E>> implements Converter<E> {

    private final Class<E> type;

    protected OneOf(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String text) {
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
