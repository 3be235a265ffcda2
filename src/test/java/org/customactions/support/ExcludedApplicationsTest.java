package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The build names the classes that it need not look at without -Pfull, since tags come too late to save their start.
 */
class ExcludedApplicationsTest {

    private static final Pattern NAMES = Pattern.compile("<excluded\\.applications>%regex\\[(.*)]</");
    private static final Pattern OF_ITS_OWN = Pattern.compile("^@TestProfile\\(", Pattern.MULTILINE);
    private static final Pattern FULL = Pattern.compile("^@Full$", Pattern.MULTILINE);
    private static final Pattern ANY_TEST_FULL = Pattern.compile("^\\s*@Full$", Pattern.MULTILINE);

    @Test
    void shouldNameEachFullTestWithAnApplicationOfItsOwn() throws IOException {
        assertThat(tests(source -> FULL.matcher(source).find()
                        && OF_ITS_OWN.matcher(source).find()))
                .isNotEmpty()
                .allMatch(ExcludedApplicationsTest::isNamed);
    }

    @Test
    void shouldNameNoTestOfEveryCommit() throws IOException {
        assertThat(tests(source -> !ANY_TEST_FULL.matcher(source).find()))
                .isNotEmpty()
                .noneMatch(ExcludedApplicationsTest::isNamed);
    }

    private static boolean isNamed(String test) {
        try {
            var names = NAMES.matcher(Files.readString(Path.of("pom.xml")));
            return names.find() && test.matches(names.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tests(Predicate<String> source) throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> source.test(read(file)))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
