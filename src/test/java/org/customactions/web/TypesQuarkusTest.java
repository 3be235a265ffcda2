package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The types of what browsers run, which bundling does not check: by the Deno that the bundler brings. */
@QuarkusTest
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TypesQuarkusTest {

    private static final Path SOURCES = BundlerTools.SOURCES;

    private static final String OPTIONS = """
            {"compilerOptions": {
              "lib": ["esnext", "dom", "dom.iterable"],
              "strict": true,
              "noUnusedLocals": true,
              "noUnusedParameters": true,
              "noImplicitOverride": true,
              "experimentalDecorators": true
            }}
            """;

    @BeforeEach
    void writeOptions() throws IOException {
        Files.writeString(SOURCES.resolve("deno.json"), OPTIONS);
    }

    @Test
    void shouldFit() throws IOException, InterruptedException {
        var files = sources();

        assertThat(files).anyMatch(file -> file.endsWith("index.ts"));
        check(files);
    }

    @Test
    void shouldBeThoseThatPagesCopy() throws IOException, InterruptedException {
        // Given
        var published = Files.readString(Path.of("docs/custom-actions.d.ts"));
        // The element's own say the same of the page's events.
        Files.writeString(
                SOURCES.resolve("custom-actions.d.ts"), published.substring(0, published.indexOf("declare global")));
        Files.copy(
                Path.of("src/test/resources/web/published-types.ts"),
                SOURCES.resolve("published-types.ts"),
                StandardCopyOption.REPLACE_EXISTING);
        var files = sources();
        files.add("published-types.ts");

        // When, Then
        check(files);
    }

    private static List<String> sources() throws IOException {
        return BundlerTools.files(SOURCES.resolve("web")).stream()
                .map(file -> SOURCES.relativize(file).toString())
                .filter(file -> file.endsWith(".ts"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Fails with what is wrong. */
    private static void check(List<String> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                BundlerTools.deno(), "check", "--quiet", "--node-modules-dir=manual", "--unstable-sloppy-imports"));
        command.addAll(files);
        var environment =
                Map.of("NO_COLOR", "1", "DENO_DIR", SOURCES.resolve("deno").toString());
        BundlerTools.run(SOURCES, environment, command);
    }
}
