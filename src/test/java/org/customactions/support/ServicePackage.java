package org.customactions.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the build made of the service.
 *
 * @param file the jar that starts it, or the native executable
 * @param isNative which of both
 */
public record ServicePackage(Path file, boolean isNative) {

    private static final Path TARGET = Path.of(System.getProperty("basedir", ""), "target");

    /** The package of this build, which Quarkus has noted down. */
    public static ServicePackage ofThisBuild() {
        var note = TARGET.resolve("quarkus-artifact.properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(note)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(note + " is missing: run ./mvnw package first", e);
        }
        return new ServicePackage(
                TARGET.resolve(properties.getProperty("path")),
                properties.getProperty("type").equals("native"));
    }

    static ServicePackage ofJar(Path jar) {
        return new ServicePackage(jar, false);
    }

    /** The command that runs it; both kinds of virtual machine understand options such as {@code -Xmx512m}. */
    List<String> command(List<String> machineOptions, List<String> arguments) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(file + " is missing: run ./mvnw package first");
        }
        var name = file.toAbsolutePath().toString();
        return isNative
                ? concat(List.of(name), machineOptions, arguments)
                : concat(List.of(java()), machineOptions, List.of("-jar", name), arguments);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @SafeVarargs
    private static List<String> concat(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
