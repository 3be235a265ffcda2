package org.customactions.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The software bill of materials that is written next to the package. */
class BillOfMaterialsIT {

    private static final Path TARGET = Path.of("target");

    /** An executable has its libraries inside, so then there is no folder. */
    private static final List<Path> LIBRARIES =
            List.of(TARGET.resolve("quarkus-app/lib/main"), TARGET.resolve("quarkus-app/lib/boot"));

    @Test
    void shouldNameEachLibraryOfThePackageWithItsVersion() throws IOException {
        // Given
        var names = components()
                .map(component -> "%s.%s-%s"
                        .formatted(text(component, "group"), text(component, "name"), text(component, "version")))
                .toList();

        // When
        var jars = jars();

        // Then
        assertThat(names).anyMatch(name -> name.startsWith("io.netty.netty-handler-"));
        assertThat(jars).allSatisfy(jar -> assertThat(names).anyMatch(jar::startsWith));
    }

    @Test
    void shouldNameWhatBrowsersLoadAndNothingThatOnlyTestsNeed() throws IOException {
        assertThat(components().map(component -> text(component, "purl")))
                .anyMatch(url -> url.startsWith("pkg:maven/org.mvnpm/lit@"))
                .anyMatch(url -> url.startsWith("pkg:maven/org.mvnpm.at.codemirror/view@"))
                .anyMatch(url -> url.startsWith("pkg:maven/org.webjars.npm/lucide-static@"))
                .noneMatch(url -> url.contains("selenium") || url.contains("junit"));
    }

    @Test
    void shouldSayUnderWhichLicenseThingsAre() throws IOException {
        assertThat(read().at("/metadata/component/licenses/0/license/id").asText())
                .isEqualTo("Apache-2.0");
        assertThat(components().filter(component -> text(component, "name").startsWith("netty-")))
                .isNotEmpty()
                .allSatisfy(component -> assertThat(
                                component.at("/licenses/0/license/id").asText())
                        .isEqualTo("Apache-2.0"));
    }

    private static Stream<JsonNode> components() throws IOException {
        return read().withArray("components").valueStream();
    }

    private static JsonNode read() throws IOException {
        try (var files = Files.newDirectoryStream(TARGET, "custom-actions-*-cyclonedx.json")) {
            return new ObjectMapper().readTree(files.iterator().next().toFile());
        }
    }

    private static List<String> jars() throws IOException {
        var jars = new ArrayList<String>();
        for (var folder : LIBRARIES) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.newDirectoryStream(folder, "*.jar")) {
                    files.forEach(file -> jars.add(file.getFileName().toString()));
                }
            }
        }
        return jars;
    }

    private static String text(JsonNode component, String field) {
        return component.path(field).asText();
    }
}
