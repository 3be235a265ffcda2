package org.customactions.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final String BEGIN = "<!-- settings: begin -->\n";
    private static final String END = "\n<!-- settings: end -->";
    private static final String HEADER =
            "| Property, environment variable | Type | Default | Meaning |\n|---|---|---|---|\n";

    /** Run with {@code -Dupdate-documentation} to write the table anew. */
    @Test
    void shouldListEverySettingAsItsJavadocDescribesIt() throws IOException {
        // Given
        var document = Files.readString(DOCUMENT);
        var before = document.substring(0, document.indexOf(BEGIN) + BEGIN.length());
        var after = document.substring(document.indexOf(END));

        // When
        var expected = before + HEADER + ConfigurationReference.table(Path.of("src/main/java")) + after;

        // Then
        if (System.getProperty("update-documentation") != null) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }
}
