package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No dependency is older than {@code dependencies/known-bad-versions.txt} allows. */
class KnownBadVersionsTest {

    private static final String LIST = "/dependencies/known-bad-versions.txt";

    /** A path in a Maven repository: …/group/of/it/artifact/version/artifact-version.jar. */
    private static final Pattern JAR = Pattern.compile("(?<path>.*)/(?<artifact>[^/]+)/(?<version>[^/]+)/[^/]+\\.jar");

    private static final Pattern LINE =
            Pattern.compile("(?<group>[\\w.-]+):(?<artifact>[\\w.*-]+) < (?<fixed>[\\w.-]+) +# .+");

    private record Rule(String group, String artifact, Version fixed) {

        static Rule parse(String line) {
            var rule = LINE.matcher(line);
            assertThat(rule.matches()).as(line).isTrue();
            return new Rule(rule.group("group"), rule.group("artifact"), Version.parse(rule.group("fixed")));
        }

        boolean isAbout(Dependency dependency) {
            return dependency.folder().endsWith("/" + group.replace('.', '/'))
                    && (artifact.equals("*") || artifact.equals(dependency.artifact()));
        }

        boolean forbids(Dependency dependency) {
            return isAbout(dependency) && Version.parse(dependency.version()).compareTo(fixed) < 0;
        }
    }

    private record Dependency(String folder, String artifact, String version) {

        static Optional<Dependency> of(String file) {
            var jar = JAR.matcher(file.replace(File.separatorChar, '/'));
            return jar.matches()
                    ? Optional.of(new Dependency(jar.group("path"), jar.group("artifact"), jar.group("version")))
                    : Optional.empty();
        }
    }

    @Test
    void shouldUseNoVersionThatIsKnownToBeBad() {
        var rules = rules();
        var dependencies = dependencies();

        var bad = dependencies.stream()
                .filter(dependency -> rules.stream().anyMatch(rule -> rule.forbids(dependency)))
                .toList();

        assertThat(bad).as("older than %s allows", LIST).isEmpty();
    }

    /** Otherwise a rule is misspelt, or about nothing any more. */
    @Test
    void shouldHaveRulesThatAreAboutSomething() {
        var dependencies = dependencies();

        assertThat(rules()).isNotEmpty().allMatch(rule -> dependencies.stream().anyMatch(rule::isAbout));
    }

    @ParameterizedTest
    @CsvSource({"4.1.130.Final, true", "4.1.137.Final, true", "4.1.138.Final, false", "4.2.1.Final, false"})
    void shouldTellOlderVersionsFromNewer(String version, boolean isForbidden) {
        var rule = Rule.parse("io.netty:* < 4.1.138.Final  # why");

        var dependency = Dependency.of("/root/io/netty/netty-common/%1$s/netty-common-%1$s.jar".formatted(version))
                .orElseThrow();

        assertThat(rule.forbids(dependency)).isEqualTo(isForbidden);
    }

    private static List<Rule> rules() {
        try (var list = KnownBadVersionsTest.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Rule::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tests run with, which is more than what is packaged. */
    private static List<Dependency> dependencies() {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(Dependency::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
