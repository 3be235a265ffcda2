package org.customactions.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.documentation.Page.Link;
import org.junit.jupiter.api.Test;

class DocumentationTest {

    private static final Path TESTS = Path.of("src/test/java/org/customactions");

    @Test
    void shouldLinkToFilesAndHeadingsThatExist() throws IOException {
        var links = Page.all().stream().flatMap(page -> page.links().stream()).toList();

        assertThat(links).hasSizeGreaterThan(50);
        assertThat(links).filteredOn(link -> !link.leadsSomewhere()).isEmpty();
    }

    @Test
    void shouldNameTestClassesThatExist() throws IOException {
        // Given
        var classes = testClasses();

        // When
        var named = Page.all().stream()
                .flatMap(page -> page.testClasses().stream())
                .distinct()
                .toList();

        // Then
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named)
                .filteredOn(name -> classes.stream().noneMatch(file -> file.equals(name) || file.endsWith("/" + name)))
                .isEmpty();
    }

    @Test
    void shouldListEveryPageInTheIndex() throws IOException {
        // Given
        var index = Page.DOCS.resolve("README.md");

        // When
        var listed = Page.read(index).links().stream().map(Link::target).collect(Collectors.toSet());

        // Then
        try (var pages = Files.walk(Page.DOCS)) {
            assertThat(pages.filter(file -> file.toString().endsWith(".md") && !file.equals(index)))
                    .isNotEmpty()
                    .allMatch(listed::contains);
        }
    }

    @Test
    void shouldReadLinksHeadingsAndNamesOfTests() {
        var page = new Page(Path.of("docs/a.md"), """
                # On a `JVM`, twice
                [b](../b/c.md#d-e) [f](https://example.com/g) [h](#on-a-jvm-twice) ![i](j.png)
                ```
                [k](l.md)
                ```
                A COMMIT, `*QuarkusTest`, `m/NextTest`, `-Dtest=OddIT#should`, `org.customactions.p.*Test`
                """);

        assertThat(page.links())
                .containsExactly(
                        new Link(page.path(), Path.of("b/c.md"), "d-e"),
                        new Link(page.path(), page.path(), "on-a-jvm-twice"),
                        new Link(page.path(), Path.of("docs/j.png"), ""));
        assertThat(page.anchors()).containsExactly("on-a-jvm-twice");
        assertThat(page.testClasses()).containsExactly("OddIT", "m/NextTest");
    }

    /** Such as {@code secret/SecretKeysTest}. */
    private static List<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.map(file -> TESTS.relativize(file).toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .toList();
        }
    }
}
