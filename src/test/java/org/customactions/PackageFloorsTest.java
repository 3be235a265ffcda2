package org.customactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A package knows only packages that stand on a floor below its own; the main class stands above them all. */
class PackageFloorsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/customactions");
    private static final Pattern MENTION = Pattern.compile("\\borg\\.customactions\\.((?:[a-z]+\\.)+)[A-Z]");

    private static final List<Set<String>> FLOORS = List.of(
            Set.of("api", "async", "crypto", "script.confinement", "script.process", "startup", "text", "url"),
            Set.of("outbound", "template.filter"),
            Set.of("identity.keys"),
            Set.of("database", "http", "identity", "script", "secret", "template", "webhook"),
            Set.of(
                    "directory",
                    "history.exchange",
                    "idempotency",
                    "kind",
                    "log",
                    "redirect",
                    "secret.organization",
                    "terms",
                    "web"),
            Set.of("action", "background", "demo", "directory.platform", "kind.script", "kind.url", "kind.webhook"),
            Set.of("changes", "execution", "history"));

    @Test
    void shouldHaveEveryPackageOnOneFloor() {
        var placed = FLOORS.stream().flatMap(Set::stream).toList();

        assertThat(placed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(packages());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void shouldKnowOnlyPackagesOfFloorsBelow(String name) {
        var below =
                FLOORS.subList(0, floorOf(name)).stream().flatMap(Set::stream).collect(Collectors.toSet());

        assertThat(mentionedIn(name)).isSubsetOf(below);
    }

    private static int floorOf(String name) {
        return IntStream.range(0, FLOORS.size())
                .filter(floor -> FLOORS.get(floor).contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No floor has the package " + name));
    }

    private static Set<String> packages() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> mentionedIn(String name) {
        try (var files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(PackageFloorsTest::mentions)
                    .filter(mentioned -> !mentioned.equals(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> mentions(Path file) {
        try {
            return MENTION.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .map(found -> found.substring(0, found.length() - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
