package org.customactions.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation: what it links to, what can be linked to in it, and which test classes it names. */
record Page(Path path, String text) {

    static final Path DOCS = Path.of("docs");

    private static final List<String> OUTSIDE_OF_DOCS =
            List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "deployment/README.md");

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|<img src=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    /** Not words such as COMMIT, nor patterns such as {@code *QuarkusTest}. */
    private static final Pattern TEST_CLASS = Pattern.compile("(?<![\\w*.])((?:[a-z]+/)*[A-Z]\\w*[a-z](?:Test|IT))\\b");

    /** A link to a file, and perhaps to a heading in it. */
    record Link(Path page, Path target, String heading) {

        static Link of(Path page, String destination) {
            var parts = destination.split("#", 2);
            var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
            return new Link(page, target.normalize(), parts.length == 2 ? parts[1] : "");
        }

        boolean leadsSomewhere() {
            return Files.exists(target)
                    && (heading.isEmpty() || Page.read(target).anchors().contains(heading));
        }
    }

    static List<Page> all() throws IOException {
        try (var docs = Files.walk(DOCS)) {
            return Stream.concat(
                            OUTSIDE_OF_DOCS.stream().map(Path::of),
                            docs.filter(file -> file.toString().endsWith(".md")).sorted())
                    .map(Page::read)
                    .toList();
        }
    }

    static Page read(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The links to other files of the repository, and to headings of this page. */
    List<Link> links() {
        return LINK.matcher(prose())
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(destination -> !destination.matches("[a-z]+:.*"))
                .map(destination -> Link.of(path, destination))
                .toList();
    }

    /** As GitHub makes them of headings. */
    Set<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
                .map(heading -> heading.strip().replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** Names of test classes, with their folder if it is given. */
    Set<String> testClasses() {
        return TEST_CLASS
                .matcher(text)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String prose() {
        return CODE_BLOCK.matcher(text).replaceAll("");
    }
}
