package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.customactions.support.Patience.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.Planted;
import org.customactions.support.SecuredServer;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PgBouncer in transaction mode before the database, with TLS on both sides and a schema: as docs/database.md tells it.
 */
@Full
class PgBouncerIT {

    private static final List<Path> PROGRAMS = Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer")
            .map(Path::of)
            .filter(Files::isExecutable)
            .toList();
    private static final int CROWD = 40;
    private static final String PASSWORD = Planted.text("bo$$un${c}er");

    @TempDir
    Path directory;

    private SecuredServer server;
    private Process bouncer;
    private int port;

    @BeforeEach
    void start() throws IOException, SQLException {
        assumeThat(PROGRAMS)
                .as("PgBouncer is not installed: what it does to the service's connections is not tested")
                .isNotEmpty();
        server = SecuredServer.start(directory);
        server.password(PASSWORD);
        server.database("bounced");
        server.execute(
                "postgres", "alter role %s in database bounced set search_path = chat".formatted(SecuredServer.USER));
        port = freePort();
        bouncer = bouncer();
        await().until(this::isListening);
    }

    @AfterEach
    void stop() throws IOException {
        if (bouncer != null) {
            bouncer.destroyForcibly();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void shouldServeThroughPgBouncer() throws SQLException {
        var direct = new HashMap<>(server.environment("bounced", PASSWORD));
        direct.put("DB_SCHEMA", "chat");
        direct.put("DB_SSLMODE", "verify-full");
        direct.put("DB_SSLROOTCERT", server.authority().root().toString());
        try (var migration = PackagedService.start(direct, "migrate")) {
            assertThat(migration.awaitExit()).as(migration.output()).isZero();
        }
        var environment = new HashMap<>(direct);
        environment.put("DB_PORT", String.valueOf(port));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_CACHE_PREPARED_STATEMENTS", "false");
        environment.put("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_USE_LAYER7_PROXY", "true");
        environment.put("CUSTOM_ACTIONS_DATABASE_MIGRATE_AT_START", "false");

        try (var service = PackagedService.startReady(environment)) {
            var answers = Concurrently.times(CROWD, Patience.LIMIT, i -> create(service));

            assertThat(answers).containsOnly(201);
            assertThat(service.output()).doesNotContain("DB_SCHEMA is");
            assertThat(server.query("bounced", "select count(*) from chat.custom_actions"))
                    .isEqualTo(String.valueOf(CROWD));
        }
    }

    private static int create(PackagedService service) {
        return RestAssured.given()
                .baseUri(service.url())
                .auth()
                .oauth2(Tokens.manager(UUID.randomUUID()).sign())
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Action", "action_type", "url", "config", Map.of("url", "https://example.com/")))
                .post("/api/custom-actions")
                .statusCode();
    }

    /** It refuses to run as root, so it may have to be another user who has to read its files. */
    private Process bouncer() throws IOException {
        for (var folder = directory;
                folder.startsWith("/tmp") && folder.getNameCount() > 1;
                folder = folder.getParent()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(directory.resolve("authority"), PosixFilePermissions.fromString("rwxr-xr-x"));
        var key = Files.copy(server.authority().key(), directory.resolve("bouncer.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        var users = Files.writeString(
                directory.resolve("users.txt"), "\"%s\" \"%s\"%n".formatted(SecuredServer.USER, PASSWORD));
        var settings = Files.writeString(directory.resolve("pgbouncer.ini"), """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                pool_mode = transaction
                default_pool_size = 3
                auth_type = scram-sha-256
                auth_file = %s
                client_tls_sslmode = require
                client_tls_cert_file = %s
                client_tls_key_file = %s
                server_tls_sslmode = verify-full
                server_tls_ca_file = %s
                ignore_startup_parameters = extra_float_digits,idle_in_transaction_session_timeout
                idle_transaction_timeout = 10
                query_timeout = 5
                """.formatted(
                        SecuredServer.HOST,
                        server.port(),
                        port,
                        users,
                        server.authority().certificate(),
                        key,
                        server.authority().root()));
        var user = "root".equals(System.getProperty("user.name")) ? List.of("-u", "nobody") : List.<String>of();
        return new ProcessBuilder(Stream.of(List.of(PROGRAMS.get(0).toString()), user, List.of(settings.toString()))
                        .flatMap(List::stream)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("pgbouncer.log").toFile())
                .start();
    }

    private boolean isListening() {
        if (!bouncer.isAlive()) {
            throw new AssertionError("PgBouncer ended with " + bouncer.exitValue());
        }
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
