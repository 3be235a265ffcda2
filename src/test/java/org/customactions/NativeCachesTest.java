package org.customactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.caffeine.runtime.graal.CacheConstructorsFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Caffeine loads a class for each combination of limits by its name. A native executable has it only if it is
 * registered, which Quarkus does for the usual ones.
 */
class NativeCachesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String PACKAGE = "com.github.benmanes.caffeine.cache.";
    private static final Pattern CACHE = Pattern.compile("Caffeine\\.newBuilder\\(\\)(.*?)\\.build\\(", Pattern.DOTALL);
    private static final Pattern LIMIT =
            Pattern.compile("\\.(maximum\\w+|expire\\w+|refresh\\w+|record\\w+|\\w+(?:Keys|Values)|removal\\w+)\\(");
    private static final Pattern REGISTERED = Pattern.compile(Pattern.quote("\"" + PACKAGE) + "(\\w+)\"");

    /** The letters that stand for a limit, in the order of Caffeine's names of entries. */
    private static final Map<String, String> LETTERS =
            Map.of("expireAfterAccess", "A", "expireAfterWrite", "W", "maximumSize", "MS", "maximumWeight", "MW");

    private static List<String> sources;

    @BeforeAll
    static void read() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(NativeCachesTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void shouldBeRegistered() {
        var registered = Stream.concat(
                        matches(REGISTERED).map(match -> match.group(1)),
                        Stream.of(CacheConstructorsFeature.typesNeedingConstructorsRegistered())
                                .map(name -> name.substring(PACKAGE.length())))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(matches(CACHE)
                        .flatMap(cache -> needed(cache.group(1)).stream())
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(5)
                .allSatisfy(name ->
                        assertThatCode(() -> Class.forName(PACKAGE + name)).doesNotThrowAnyException())
                .isSubsetOf(registered);
    }

    private static Stream<MatchResult> matches(Pattern pattern) {
        return sources.stream().flatMap(source -> pattern.matcher(source).results());
    }

    /** The classes of the cache and of its entries. */
    private static Set<String> needed(String options) {
        var limits =
                LIMIT.matcher(options).results().map(match -> match.group(1)).collect(Collectors.toSet());
        assertThat(LETTERS.keySet())
                .as("limits that this test knows the classes of")
                .containsAll(limits);
        var time = letters(limits, "expireAfterAccess", "expireAfterWrite");
        var room = letters(limits, "maximumSize", "maximumWeight");
        return Set.of("SS" + room + time, "PS" + time + room);
    }

    private static String letters(Set<String> limits, String... inOrder) {
        return Stream.of(inOrder).filter(limits::contains).map(LETTERS::get).collect(Collectors.joining());
    }
}
