package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.customactions.support.Authority;
import org.customactions.support.Full;
import org.customactions.support.Planted;
import org.customactions.support.SecuredServer;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both drivers with a server that takes only TLS, and with one that speaks none. */
@Full
class DatabaseTlsTest {

    private static final String OWN = "own";
    private static final String STRANGER = "stranger";
    private static final String UNTRUSTED = "The certificate of PostgreSQL is not trusted";
    private static final String OTHER_HOST = "The certificate of PostgreSQL is not for the host that DB_HOST names";

    /** The reactive driver does not say more. */
    private static final String FAILED = "TLS with PostgreSQL failed (SSL handshake failed)";

    @TempDir
    static Path directory;

    private static SecuredServer server;
    private static Authority stranger;
    private static Vertx vertx;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = SecuredServer.start(directory);
        server.password(Planted.text("right"));
        stranger = Authority.create(directory.resolve(STRANGER), "dns:localhost");
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws IOException {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', localhost",
        "prefer, '', localhost",
        "require, '', 127.0.0.1",
        "require, own, 127.0.0.1",
        "verify-ca, own, 127.0.0.1",
        "verify-full, own, localhost"
    })
    void shouldConnectEncrypted(String mode, String authority, String host) throws SQLException {
        assertThat(byJdbc(server.port(), mode, authority, host)).isEqualTo("t");
        assertThat(byVertx(server.port(), mode, authority, host)).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "disable, '', localhost, no encryption, no encryption",
        "require, stranger, localhost, " + UNTRUSTED + ", " + FAILED,
        "verify-ca, stranger, localhost, " + UNTRUSTED + ", " + FAILED,
        "verify-ca, '', localhost, " + UNTRUSTED + ", " + FAILED,
        "verify-full, stranger, localhost, " + UNTRUSTED + ", " + FAILED,
        "verify-full, '', localhost, " + UNTRUSTED + ", " + FAILED,
        "verify-full, own, 127.0.0.1, " + OTHER_HOST + ", " + FAILED
    })
    void shouldRefuse(String mode, String authority, String host, String byJdbc, String byVertx) {
        assertThat(refusal(() -> byJdbc(server.port(), mode, authority, host))).contains(byJdbc);
        assertThat(refusal(() -> byVertx(server.port(), mode, authority, host))).contains(byVertx);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prefer", "disable"})
    void shouldConnectToAServerWithoutTls(String mode) throws SQLException {
        var port = TestDatabase.createDatabase().port();

        assertThat(byJdbc(port, mode, "", "127.0.0.1")).isEqualTo("f");
        assertThat(byVertx(port, mode, "", "127.0.0.1")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({"require, ''", "verify-ca, own", "verify-full, own"})
    void shouldInsistOnTls(String mode, String authority) {
        var port = TestDatabase.createDatabase().port();

        assertThat(refusal(() -> byJdbc(port, mode, authority, "localhost"))).contains("PostgreSQL speaks no TLS");
        assertThat(refusal(() -> byVertx(port, mode, authority, "localhost"))).contains("PostgreSQL speaks no TLS");
    }

    @Test
    void shouldTellThatThePasswordIsMissing() {
        var url = "jdbc:postgresql://localhost:%d/postgres?sslmode=require".formatted(server.port());

        assertThat(refusal(() -> DriverManager.getConnection(url, SecuredServer.USER, null)))
                .isEqualTo("DB_PASSWORD is not set, and PostgreSQL asks for the password of DB_USERNAME");
        assertThat(refusal(() -> DriverManager.getConnection(url, SecuredServer.USER, "")))
                .isEqualTo("DB_PASSWORD is not set, and PostgreSQL asks for the password of DB_USERNAME");
    }

    private static String byJdbc(int port, String mode, String authority, String host) throws SQLException {
        var url = ConnectionSettings.withParameters(
                "jdbc:postgresql://%s:%d/postgres".formatted(host, port), tls(mode, authority));
        try (var connection = DriverManager.getConnection(url, user(port), Planted.text("right"));
                var rows = connection
                        .createStatement()
                        .executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String byVertx(int port, String mode, String authority, String host) {
        var options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase("postgres")
                .setUser(user(port))
                .setPassword(Planted.text("right"));
        tls(mode, authority).applyTo(options);
        return PgConnection.connect(vertx, options)
                .compose(connection -> connection
                        .query("select ssl::text from pg_stat_ssl where pid = pg_backend_pid()")
                        .execute()
                        .eventually(() -> connection.close()))
                .map(rows -> rows.iterator().next().getString(0))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static String user(int port) {
        return port == server.port() ? SecuredServer.USER : "postgres";
    }

    private static DatabaseTls tls(String mode, String authority) {
        var settings = new HashMap<>(Map.of("DB_SSLMODE", mode, "DB_SSLROOTCERT", ""));
        if (!authority.isEmpty()) {
            var chosen = authority.equals(OWN) ? server.authority() : stranger;
            settings.put("DB_SSLROOTCERT", chosen.root().toString());
        }
        return DatabaseTls.of(settings::get);
    }

    private static String refusal(Attempt attempt) {
        try {
            attempt.connect();
            return "connected";
        } catch (SQLException e) {
            return explained(Optional.of(e));
        } catch (CompletionException e) {
            return explained(Optional.of(e.getCause()));
        }
    }

    private static String explained(Optional<Throwable> failure) {
        return failure.flatMap(Refusal::of).orElse("no refusal: " + failure);
    }

    @FunctionalInterface
    private interface Attempt {

        Object connect() throws SQLException;
    }
}
