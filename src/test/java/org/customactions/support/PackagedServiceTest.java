package org.customactions.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedServiceTest {
    @TempDir
    private static Path directory;

    private static Path jar;

    @BeforeAll
    static void packageFakeService() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        jar = directory.resolve("fake.jar");
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream classFile = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            classFile.transferTo(out);
        }
    }

    @Test
    void shouldAwaitReadinessOnTheAnnouncedPortsAndStopOnSigterm() {
        try (PackagedService service = start(jar, Map.of()).awaitReady()) {
            assertThat(service.readiness()).isEqualTo(200);
            assertThat(given().get(service.url() + "/hello").asString()).isEqualTo("/hello");

            service.terminate();

            assertThat(service.awaitExit()).isEqualTo(143);
            assertThat(service.outputLines()).last().isEqualTo("stopped gracefully");
        }
    }

    @Test
    void shouldKillWithoutAChanceToCleanUp() {
        try (PackagedService service = start(jar, Map.of()).awaitReady()) {
            service.kill();

            assertThat(service.awaitExit()).isEqualTo(137);
            assertThat(service.output()).doesNotContain("stopped gracefully");
        }
    }

    @Test
    void shouldGiveTheProcessOnlyTheGivenEnvironment() {
        try (PackagedService service =
                start(jar, Map.of("DB_HOST", "db.example.com")).awaitReady()) {
            assertThat(service.output()).contains("DB_HOST=db.example.com");
            assertThat(service.outputLines())
                    .filteredOn(line -> line.startsWith("env "))
                    .allMatch(line -> line.matches("env (PATH|JAVA_HOME|DB_HOST|QUARKUS_\\w+)=.*"));
        }
    }

    @Test
    void shouldReportTheOutputOfAProcessThatExitsInsteadOfStarting() {
        try (PackagedService service = start(jar, Map.of("FAIL", "DB_HOST is missing"))) {
            assertThatThrownBy(service::awaitReady)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("exited with 3")
                    .hasMessageContaining("DB_HOST is missing");
        }
    }

    @Test
    void shouldSayThatThePackageIsMissing() {
        assertThatThrownBy(() -> start(directory.resolve("none.jar"), Map.of()))
                .hasMessageContaining("run ./mvnw package first");
    }

    private static PackagedService start(Path jar, Map<String, String> environment) {
        return PackagedService.start(ServicePackage.ofJar(jar), environment, List.of(), List.of());
    }

    /** Stands in for the service: announces its ports as Quarkus does and answers every path with itself. */
    static final class FakeService {
        public static void main(String[] args) throws IOException {
            new TreeMap<>(System.getenv()).forEach((name, value) -> System.out.println("env " + name + "=" + value));
            if (System.getenv("FAIL") != null) {
                System.err.println(System.getenv("FAIL"));
                System.exit(3);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped gracefully")));
            System.out.printf(
                    "fake 1.0 on JVM started in 0.1s. Listening on: http://127.0.0.1:%d. "
                            + "Management interface listening on http://127.0.0.1:%d.%n",
                    listen(), listen());
        }

        private static int listen() throws IOException {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] path = exchange.getRequestURI().getPath().getBytes();
                exchange.sendResponseHeaders(200, path.length);
                exchange.getResponseBody().write(path);
                exchange.close();
            });
            server.start();
            return server.getAddress().getPort();
        }
    }
}
