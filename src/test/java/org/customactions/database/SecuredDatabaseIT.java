package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Authority;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Planted;
import org.customactions.support.SecuredServer;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The package with a database as somebody else runs it: TLS only, with an authority of its own and passwords that
 * change.
 */
@Full
class SecuredDatabaseIT {

    /** Each of these means something to somebody who reads settings. */
    private static final String PASSWORD = Planted.text("a$$b${c}\\$d, {e} 'f\" ");

    @TempDir
    static Path directory;

    private static SecuredServer server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = SecuredServer.start(directory);
        server.password(PASSWORD);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void shouldUseTlsWithoutBeingTold() throws SQLException {
        var database = server.database("as_it_comes");

        try (var service = PackagedService.startReady(server.environment(database, PASSWORD))) {
            create(service);

            assertThat(connections(database, "ssl")).isPositive();
            assertThat(connections(database, "not ssl")).isZero();
        }
    }

    @Test
    void shouldVerifyTheCertificate() throws SQLException {
        var database = server.database("verified");
        var environment = server.environment(database, PASSWORD);
        environment.put("DB_SSLMODE", "verify-full");
        environment.put("DB_SSLROOTCERT", server.authority().root().toString());

        try (var service = PackagedService.startReady(environment)) {
            create(service);

            assertThat(connections(database, "ssl")).isPositive();
        }
    }

    @Test
    void shouldRefuseTheCertificateOfAnotherAuthority() throws SQLException {
        var stranger = Authority.create(directory.resolve("stranger"), "dns:localhost");
        var environment = server.environment(server.database("unverified"), PASSWORD);
        environment.put("DB_SSLMODE", "verify-full");
        environment.put("DB_SSLROOTCERT", stranger.root().toString());

        assertRefused(environment, "The certificate of PostgreSQL is not trusted (");
        environment.put("DB_SSLROOTCERT", server.authority().root().toString());
        environment.put("DB_HOST", "127.0.0.1");
        assertRefused(environment, "The certificate of PostgreSQL is not for the host that DB_HOST names: ");
    }

    @Test
    void shouldTellThatThePasswordIsMissing() throws SQLException {
        var environment = server.environment(server.database("without_password"), "");

        assertRefused(environment, "DB_PASSWORD is not set, and PostgreSQL asks for the password of DB_USERNAME");
    }

    @Test
    void shouldTellInOneLineWhyItIsNotReady() throws SQLException {
        var environment = server.environment(server.database("not_migrated"), PASSWORD);
        environment.put("CUSTOM_ACTIONS_DATABASE_MIGRATE_AT_START", "false");
        environment.put("DB_SSLMODE", "disable");

        try (var service = PackagedService.start(environment)) {
            await().until(() -> service.readiness() == 503);
            await().until(() -> service.output().contains("no pg_hba.conf entry"));
            // A client that has waited for a connection in vain would log an error after its time.
            await().during(Duration.ofSeconds(6)).until(() -> service.readiness() == 503);

            assertThat(service.outputLines())
                    .noneMatch(line -> line.startsWith("\tat ") || line.contains("ERROR"))
                    .noneMatch(line -> line.contains(PASSWORD));
        }
    }

    @Test
    void shouldReadAPasswordAgainThatHasChanged() throws IOException, SQLException {
        var database = server.database("rotated");
        var file = Files.writeString(directory.resolve("password"), PASSWORD + "\n");
        var environment = server.environment(database, "");
        environment.put("DB_PASSWORD_FILE", file.toString());
        environment.put("DB_SSLMODE", "require");

        try (var service = PackagedService.startReady(environment)) {
            server.password(Planted.text("next"));
            server.execute(
                    "postgres",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
            assertThat(list(service)).isEqualTo(503);
            Files.writeString(file, Planted.text("next"));

            await().until(() -> list(service) == 200);
            assertThat(service.readiness()).isEqualTo(200);
        } finally {
            server.password(PASSWORD);
        }
    }

    @Test
    void shouldKeepEverythingInTheSchema() throws SQLException {
        var database = server.database("of_a_platform");
        server.execute(
                database, "create schema untouched; revoke all on schema public from public, " + SecuredServer.USER);
        var environment = server.environment(database, PASSWORD);
        environment.put("DB_SCHEMA", "Chat \"$1\"");

        try (var service = PackagedService.startReady(environment)) {
            create(service);

            assertThat(server.query(
                            database,
                            "select string_agg(distinct schemaname, ',') from pg_tables where tableowner = '%s'"
                                    .formatted(SecuredServer.USER)))
                    .isEqualTo("Chat \"$1\"");
            assertThat(server.query(database, "select count(*) from \"Chat \"\"$1\"\"\".custom_actions"))
                    .isEqualTo("1");
        }
    }

    @Test
    void shouldRefuseADatabaseThatLacksCharacters() throws SQLException {
        var database =
                server.database("of_latin1", "encoding 'LATIN1' locale 'C' locale_provider libc template template0");

        // After what Flyway logs when it has connected.
        try (var service = PackagedService.start(server.environment(database, PASSWORD))) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.outputLines()).last().asString().startsWith("The database has the encoding LATIN1, ");
        }
    }

    private static void assertRefused(Map<String, String> environment, String sentence) {
        try (var service = PackagedService.start(environment)) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.outputLines()).singleElement().asString().startsWith(sentence);
        }
    }

    private static int connections(String database, String condition) throws SQLException {
        return Integer.parseInt(server.query(
                "postgres",
                "select count(*) from pg_stat_ssl join pg_stat_activity using (pid) where datname = '%s' and %s"
                        .formatted(database, condition)));
    }

    private static void create(PackagedService service) {
        RestAssured.given()
                .baseUri(service.url())
                .auth()
                .oauth2(Tokens.manager(UUID.randomUUID()).sign())
                .contentType(ContentType.JSON)
                .body(Map.of("name", "👍", "action_type", "url", "config", Map.of("url", "https://example.com/")))
                .post("/api/custom-actions")
                .then()
                .statusCode(201);
    }

    private static int list(PackagedService service) {
        return RestAssured.given()
                .baseUri(service.url())
                .auth()
                .oauth2(Tokens.manager(UUID.randomUUID()).sign())
                .get("/api/custom-actions")
                .statusCode();
    }
}
