package org.customactions.startup;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Converters for settings that must be at least 1, or at least 1 ms, or no less than nothing. They accept the same
 * forms as Quarkus. A refused value ends the start with a sentence that names the setting.
 */
public final class AtLeastOne {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private AtLeastOne() {}

    private static <T> T convert(String text, Function<String, T> reading, Predicate<T> inRange, String least) {
        var value = read(text.strip(), reading);
        if (value == null) {
            throw refusal("must not be empty; leave it out to use its default");
        }
        if (!inRange.test(value)) {
            throw refusal("must be at least " + least);
        }
        return value;
    }

    private static <T> T read(String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (NumberFormatException e) {
            throw refusal("cannot be \"%s\": it must be a whole number, and not too large".formatted(text));
        } catch (IllegalArgumentException e) {
            throw refusal("cannot be \"%s\": %s".formatted(text, e.getMessage()));
        }
    }

    private static ConfigurationException refusal(String what) {
        return new ConfigurationException(SettingName.current() + " " + what);
    }

    /** For a duration. */
    public static final class OfDuration implements Converter<Duration> {

        @Override
        public Duration convert(String text) {
            return AtLeastOne.convert(
                    text, new DurationConverter()::convert, value -> value.compareTo(SHORTEST) >= 0, "1 ms");
        }
    }

    /** For a duration that may be none at all. */
    public static final class OfDurationOrNone implements Converter<Duration> {

        @Override
        public Duration convert(String text) {
            return AtLeastOne.convert(text, new DurationConverter()::convert, value -> !value.isNegative(), "0 s");
        }
    }

    /** For a size in bytes. */
    public static final class OfSize implements Converter<MemorySize> {

        @Override
        public MemorySize convert(String text) {
            return AtLeastOne.convert(
                    text,
                    new MemorySizeConverter()::convert,
                    value -> value.asBigInteger().signum() > 0,
                    "1");
        }
    }

    /** For a number. */
    public static final class OfInt implements Converter<Integer> {

        @Override
        public Integer convert(String text) {
            return AtLeastOne.convert(text, Integer::valueOf, value -> value >= 1, "1");
        }
    }

    /** For a number beyond the range of an int. */
    public static final class OfLong implements Converter<Long> {

        @Override
        public Long convert(String text) {
            return AtLeastOne.convert(text, Long::valueOf, value -> value >= 1, "1");
        }
    }

    /** For a number without a default. */
    public static final class OfOptionalInt implements Converter<OptionalInt> {

        /** The library passes an empty text if nothing is set. */
        @Override
        public OptionalInt convert(String text) {
            return text.isBlank() ? OptionalInt.empty() : OptionalInt.of(new OfInt().convert(text));
        }
    }
}
