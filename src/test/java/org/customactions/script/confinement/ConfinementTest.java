package org.customactions.script.confinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process behind the confinement has nothing but Java and its own classes. */
class ConfinementTest {

    private static final int FIRST_JAVA = 22;
    private static final Path MAIN = Path.of("target/classes");
    private static final Path TEST = Path.of("target/test-classes");

    private static Path java;

    @TempDir
    private Path folder;

    @BeforeAll
    static void findJava() throws IOException {
        assumeTrue(Machine.current().isPresent(), "only Linux on x86-64 and ARM confines processes");
        var found = newerJava();
        assumeTrue(found.isPresent(), "no Java of version 22 or newer is next to the one that runs this");
        java = found.get();
    }

    @Test
    void shouldLeaveNothingButJavaAndItsClasses() throws Exception {
        var lines = probe(ConfinementTest::behindConfinement);

        assertThat(lines.get(0)).isEqualTo("confined by " + Confinement.WHOLE);
        assertThat(lines)
                .endsWith("end")
                .noneMatch(line -> line.startsWith("could ") && !line.startsWith("could not "));
    }

    /** So that the other test would notice if the probe tried nothing. */
    @Test
    void shouldFindEverythingWithoutConfinement() throws Exception {
        var lines = probe(UnaryOperator.identity());

        assertThat(lines).endsWith("end").noneMatch(line -> line.startsWith("could not "));
    }

    private static List<String> behindConfinement(List<String> command) {
        var program = List.of(
                java.resolve("bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                MAIN.toString(),
                Confinement.class.getName());
        var readable = List.of(
                java.toString(),
                TEST.toAbsolutePath().toString(),
                MAIN.toAbsolutePath().toString());
        return Stream.concat(program.stream(), Confinement.arguments(readable, command).stream())
                .toList();
    }

    private List<String> probe(UnaryOperator<List<String>> confinement) throws IOException, InterruptedException {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        var classPath = MAIN.toAbsolutePath() + ":" + TEST.toAbsolutePath();
        var parent = new ProcessBuilder("sleep", "600").start();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var command = List.of(
                    java.resolve("bin/java").toString(),
                    Confinement.UNTOLD,
                    "-cp",
                    classPath,
                    ConfinedProbe.class.getName(),
                    Long.toString(parent.pid()),
                    secret.toString(),
                    Integer.toString(server.getLocalPort()));
            var process = new ProcessBuilder(confinement.apply(command))
                    .redirectErrorStream(true)
                    .start();
            var lines =
                    new String(process.getInputStream().readAllBytes()).lines().toList();
            assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
            return lines;
        } finally {
            parent.destroyForcibly();
        }
    }

    private static Optional<Path> newerJava() throws IOException {
        var own = Path.of(System.getProperty("java.home"));
        if (Runtime.version().feature() >= FIRST_JAVA) {
            return Optional.of(own);
        }
        try (var others = Files.list(own.getParent())) {
            return others.filter(home -> version(home) >= FIRST_JAVA).findFirst();
        }
    }

    private static int version(Path home) {
        var release = new Properties();
        try (var file = Files.newBufferedReader(home.resolve("release"))) {
            release.load(file);
            return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                    .feature();
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            return 0;
        }
    }
}
