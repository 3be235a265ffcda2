package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the bundler unpacks when it builds the service, for tests of what browsers run. */
final class BundlerTools {

    /** Where the bundler puts packages, those in scope "test" too. */
    static final Path PACKAGES = Path.of("target/node_modules").toAbsolutePath();

    private BundlerTools() {}

    /** Path of esbuild, which makes one file of many. */
    static String esbuild() throws IOException {
        return files(PACKAGES.resolve("@esbuild")).stream()
                .filter(file -> file.getFileName().toString().matches("esbuild(\\.exe)?"))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** What a command prints; fails with it if the command does. */
    static String run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
