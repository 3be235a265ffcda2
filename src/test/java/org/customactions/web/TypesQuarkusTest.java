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
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The types of what browsers run, which bundling does not check: by the Deno that the bundler brings. */
@QuarkusTest
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Full
class TypesQuarkusTest {

    private static final Path ORIGINALS = Path.of("src/main/web");

    /** A copy, from where the packages are found that the bundler unpacked. */
    private static final Path SOURCES = Path.of("target/types").toAbsolutePath();

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
    void copySources() throws IOException {
        for (var original : BundlerTools.files(ORIGINALS)) {
            var copy = SOURCES.resolve("web").resolve(ORIGINALS.relativize(original));
            Files.createDirectories(copy.getParent());
            Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
        }
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
        return BundlerTools.files(ORIGINALS).stream()
                .map(file -> Path.of("web").resolve(ORIGINALS.relativize(file)).toString())
                .filter(file -> file.endsWith(".ts"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Fails with what is wrong. */
    private static void check(List<String> files) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Deno.program(), "check", "--quiet", "--node-modules-dir=manual", "--unstable-sloppy-imports"));
        command.addAll(files);
        var environment =
                Map.of("NO_COLOR", "1", "DENO_DIR", SOURCES.resolve("deno").toString());
        BundlerTools.run(SOURCES, environment, command);
    }
}
