package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The types of what browsers run, which bundling does not check: by the Deno that the bundler brings. */
@QuarkusTest
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

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void shouldFit() throws IOException, InterruptedException {
        // Given
        Files.writeString(SOURCES.resolve("deno.json"), OPTIONS);
        List<String> command = new ArrayList<>(List.of(
                BundlerTools.deno(), "check", "--quiet", "--node-modules-dir=manual", "--unstable-sloppy-imports"));
        command.addAll(BundlerTools.files(SOURCES.resolve("web")).stream()
                .map(file -> SOURCES.relativize(file).toString())
                .filter(file -> file.endsWith(".ts"))
                .toList());
        assertThat(command).anyMatch(file -> file.endsWith("index.ts"));
        var environment =
                Map.of("NO_COLOR", "1", "DENO_DIR", SOURCES.resolve("deno").toString());

        // When, Then
        BundlerTools.run(SOURCES, environment, command);
    }
}
