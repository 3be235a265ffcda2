package org.customactions.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A PostgreSQL of its own that takes nothing but TLS and wants the password of the service's user, as hosted ones do.
 * Its certificate is for {@code localhost} and of an authority that no machine knows.
 */
public final class SecuredServer implements AutoCloseable {
    public static final String HOST = "localhost";
    public static final String USER = "service";

    private final EmbeddedPostgres server;
    private final Authority authority;

    private SecuredServer(EmbeddedPostgres server, Authority authority) {
        this.server = server;
        this.authority = authority;
    }

    /** @param directory for certificates and rules */
    public static SecuredServer start(Path directory) throws IOException {
        var authority = Authority.create(directory.resolve("authority"), "dns:" + HOST);
        var rules = Files.writeString(directory.resolve("pg_hba.conf"), """
                hostssl all postgres all trust
                hostssl all all all scram-sha-256
                """);
        var server = EmbeddedServer.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", authority.certificate().toString())
                .setServerConfig("ssl_key_file", authority.key().toString())
                .setServerConfig("hba_file", rules.toString())
                .start();
        return new SecuredServer(server, authority);
    }

    public int port() {
        return server.getPort();
    }

    public Authority authority() {
        return authority;
    }

    /** Gives the service's user this password, and makes it the user if there is none yet. */
    public void password(String password) throws SQLException {
        execute(
                "postgres",
                "do $$ begin create role %1$s login; exception when duplicate_object then null; end $$"
                        .formatted(USER));
        execute("postgres", "alter role %s password '%s'".formatted(USER, password.replace("'", "''")));
    }

    /** A new database that belongs to the service's user. */
    public String database(String name, String... options) throws SQLException {
        execute("postgres", "create database \"%s\" owner %s %s".formatted(name, USER, String.join(" ", options)));
        return name;
    }

    /** Runs a statement as superuser. */
    public void execute(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text. */
    public String query(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/%s?sslmode=require".formatted(HOST, port(), database), "postgres", "");
    }

    /** The environment of a service that uses this database. */
    public Map<String, String> environment(String database, String password) {
        var environment = new HashMap<>(Map.of(
                "DB_HOST", HOST,
                "DB_PORT", String.valueOf(port()),
                "DB_NAME", database,
                "DB_USERNAME", USER,
                "DB_PASSWORD", password,
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false"));
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        return environment;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
