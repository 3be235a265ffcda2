package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The types of what browsers run, which bundling does not check: by the Deno that the bundler brings. */
@QuarkusTest
class TypesQuarkusTest {

    /** Where the bundler puts the sources and packages when it builds the service for tests. */
    private static final Path BUNDLER = Path.of("target/web-bundler/test");

    private static final Path DENO = Path.of("target/node_modules/@deno");

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
        Files.writeString(BUNDLER.resolve("deno.json"), OPTIONS);
        List<String> command = new ArrayList<>(
                List.of(deno(), "check", "--quiet", "--node-modules-dir=manual", "--unstable-sloppy-imports"));
        command.addAll(files(BUNDLER.resolve("web"), ".ts")
                .map(BUNDLER::relativize)
                .map(Path::toString)
                .toList());
        assertThat(command).anyMatch(file -> file.endsWith("index.ts"));

        // When
        var builder = new ProcessBuilder(command).directory(BUNDLER.toFile()).redirectErrorStream(true);
        builder.environment().put("NO_COLOR", "1");
        builder.environment()
                .put("DENO_DIR", BUNDLER.resolve("deno").toAbsolutePath().toString());
        var process = builder.start();
        var findings = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(process.waitFor()).as(findings).isZero();
    }

    private static String deno() throws IOException {
        return files(DENO, "")
                .filter(file -> file.getFileName().toString().matches("deno(\\.exe)?"))
                .findFirst()
                .orElseThrow()
                .toAbsolutePath()
                .toString();
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()
                    .stream();
        }
    }
}
