package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Random text that tries to break out of its place: controls, quotes, delimiters, surrogates and every Unicode plane.
 */
final class HostileText {
    private static final long SEED = 20_240_101L;
    private static final int COUNT = 12_000;

    private static final String DELIMITERS = "\"'`\\<>&{}[]()=;:,.%+-_~/?#@!$*|^ \t\r\n";
    private static final String[] FRAGMENTS = {
        "\r\nX-Evil: 1",
        "\"},{\"",
        "]]>",
        "<!--",
        "&amp;",
        "%2e%2e",
        "../",
        "..",
        ".",
        "{{x}}",
        "{{{x}}}",
        "\\\"",
        "\\u0022",
        "@evil.example",
        "//evil.example",
        "javascript:",
        "&a=b",
        "a=b&c",
        "\u2028",
        "\u2029",
        "\u0085",
        "\ufeff",
        ""
    };

    private HostileText() {}

    /** Checks the first values. */
    static void forSome(int count, Consumer<String> check) {
        forEach(values().limit(count), count, check);
    }

    private static Stream<String> values() {
        Random random = new Random(SEED);
        return Stream.generate(() -> value(random)).limit(COUNT);
    }

    private static String value(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = 1 + random.nextInt(12); pieces > 0; pieces--) {
            switch (random.nextInt(7)) {
                case 0 -> text.appendCodePoint(random.nextInt(0x20));
                case 1 -> text.append(DELIMITERS.charAt(random.nextInt(DELIMITERS.length())));
                case 2 -> text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
                case 3 -> text.append((char) (Character.MIN_SURROGATE + random.nextInt(0x800)));
                case 4 -> text.appendCodePoint((random.nextInt(17) << 16) + random.nextInt(0x10000));
                case 5 -> text.appendCodePoint(0x7F + random.nextInt(0x21));
                default -> text.appendCodePoint(' ' + random.nextInt(0x5F));
            }
        }
        return text.toString();
    }

    /** Checks every value; a failure names the seed, the number of the value and its UTF-16 units. */
    static void forEach(Consumer<String> check) {
        forEach(values(), COUNT, check);
    }

    private static void forEach(Stream<String> values, int count, Consumer<String> check) {
        int[] number = {0};
        values.forEach(value -> {
            number[0]++;
            try {
                check.accept(value);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Seed %d, value %d: %s".formatted(SEED, number[0], units(value)), e);
            }
        });
        assertThat(number[0]).isEqualTo(count);
    }

    /** Repairs a value as every place does before escaping it. */
    static String wellFormed(String text) {
        return text.replaceAll("(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])", "\ufffd");
    }

    private static String units(String value) {
        return value.chars().mapToObj("%04x"::formatted).collect(Collectors.joining(" "));
    }
}
