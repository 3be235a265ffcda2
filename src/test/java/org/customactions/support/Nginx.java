package org.customactions.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's nginx as a gateway on a port of the loopback interface, with a configuration of the test. */
public final class Nginx implements AutoCloseable {

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/bin/nginx"), Path.of("/usr/local/sbin/nginx"));

    /** So that it needs no rights in the system's directories. */
    private static final String OWN_FILES = "access_log off; client_body_temp_path body; proxy_temp_path proxy;"
            + " fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;";

    private final Process process;
    private final Path directory;
    private final int port;

    private Nginx(Process process, Path directory, int port) {
        this.process = process;
        this.directory = directory;
        this.port = port;
    }

    /**
     * Starts it. Where there is no nginx, the test is skipped.
     *
     * @param configuration of a whole nginx.conf, without {@code pid} and {@code error_log}; {@code LISTEN} stands for
     *     the address to listen on
     */
    public static Nginx start(String configuration) {
        var program = PLACES.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(program.isPresent(), "nginx is missing: install it to try the service behind it");
        try {
            var directory = Files.createTempDirectory("nginx");
            var port = freePort();
            Files.writeString(
                    directory.resolve("nginx.conf"),
                    "daemon off;\npid nginx.pid;\nmaster_process off;\nworker_processes 1;\n"
                            + configuration
                                    .replace("LISTEN", "127.0.0.1:" + port)
                                    .replace("http {", "http {" + OWN_FILES));
            var process = new ProcessBuilder(
                            program.get().toString(), "-p", directory.toString(), "-c", "nginx.conf", "-e", "error.log")
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output.log").toFile())
                    .start();
            var nginx = new Nginx(process, directory, port);
            Patience.await().until(() -> !process.isAlive() || nginx.answers());
            if (!process.isAlive()) {
                throw new AssertionError("nginx ended: " + Files.readString(directory.resolve("output.log")));
            }
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address as {@code host:port}. */
    public String authority() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
