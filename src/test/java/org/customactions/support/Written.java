package org.customactions.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the service wrote while this JVM ran its tests, for {@link Leaks} to look through: a file for each way out, in a
 * directory of this JVM. All copies of this class, of which Quarkus loads several, add to the same files.
 */
public final class Written {

    /** The log of the service inside this JVM. */
    public static final String LOG = "service.log";

    static final String SPANS = "spans.txt";
    static final String METRICS = "metrics.txt";
    static final String ROWS = "rows.txt";
    static final String ERRORS = "errors.txt";
    static final String OPENAPI = "openapi.txt";

    /** Tokens of redirects that were answered, not written: what must not be among the others. */
    private static final String TOKENS = "tokens";

    private static final String PROPERTY = "custom-actions.test.written";

    private Written() {}

    /** Whether the tests of this JVM are those of the packaged service, whose log Quarkus puts elsewhere. */
    static boolean isOfPackage() {
        return Boolean.getBoolean("quarkus.test.enable-callbacks-for-integration-tests");
    }

    /** Settings that make the service inside this JVM log into a file here, more than it does in production. */
    static Map<String, String> logging() {
        return Map.of(
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", directory().resolve(LOG).toString(),
                "quarkus.log.file.rotation.max-file-size", "1G",
                "quarkus.log.file.rotation.rotate-on-boot", "false",
                "quarkus.log.console.level", "INFO",
                "quarkus.log.category.\"org.customactions\".level", "DEBUG");
    }

    /** Files of this JVM; another JVM has others. */
    public static Path directory() {
        var directory = System.getProperties()
                .computeIfAbsent(
                        PROPERTY,
                        name -> Path.of(
                                        "target",
                                        "written",
                                        ProcessHandle.current().pid() + "-" + UUID.randomUUID())
                                .toAbsolutePath()
                                .toString());
        try {
            return Files.createDirectories(Path.of(directory.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void add(String file, String text) {
        append(directory().resolve(file), text);
    }

    /** Keeps and reads a log that is deleted when the next service starts; its first line tells it from that one's. */
    static String copy(Path log) {
        try {
            var text = Files.readString(log);
            var first = text.lines().findFirst().orElse("");
            Files.writeString(directory().resolve("integration-%08x.log".formatted(first.hashCode())), text);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void addToken(String token) {
        append(tokens(), token);
    }

    static List<String> knownTokens() {
        try {
            return Files.exists(tokens()) ? Files.readAllLines(tokens()) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path tokens() {
        return Path.of(directory() + "." + TOKENS);
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
