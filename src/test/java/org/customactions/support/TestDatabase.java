package org.customactions.support;

import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PGobject;

/**
 * A database on the embedded PostgreSQL 18 that all tests of a JVM share: started on a random port of the loopback
 * interface by the first {@link #createDatabase()}, stopped when the JVM exits. The JDBC calls go straight to
 * PostgreSQL, not through a {@link DatabaseProxy}. Single statements take turns on connections that stay open.
 *
 * @param port the server's TCP port
 * @param name the database's name
 */
public record TestDatabase(int port, String name) {
    private static final String HOST = "127.0.0.1";
    private static final String USERNAME = "postgres";

    /** Opening a connection takes longer than most statements, and a run of all tests has tens of thousands of them. */
    private static final Map<TestDatabase, Deque<Connection>> IDLE = new ConcurrentHashMap<>();

    /** Creates an empty database with a name that no other one has. */
    public static TestDatabase createDatabase() {
        int port = JvmWide.call(EmbeddedServer.class, "port", Integer.class);
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        new TestDatabase(port, USERNAME).execute("CREATE DATABASE " + name);
        return new TestDatabase(port, name);
    }

    public String host() {
        return HOST;
    }

    public String username() {
        return USERNAME;
    }

    /** Any password is accepted: the embedded server trusts the loopback interface. */
    public String password() {
        return Planted.text("database-password");
    }

    /** The service's environment variables for this database, reached at the given address. */
    public Map<String, String> environment(String host, int port) {
        return Map.of(
                "DB_HOST", host,
                "DB_PORT", String.valueOf(port),
                "DB_NAME", name,
                "DB_USERNAME", username(),
                "DB_PASSWORD", password());
    }

    /** The service's environment variables for this database, reached directly. */
    public Map<String, String> environment() {
        return environment(HOST, port);
    }

    /** How the reactive driver reaches this database. */
    public PgConnectOptions connectOptions() {
        return new PgConnectOptions()
                .setHost(HOST)
                .setPort(port)
                .setDatabase(name)
                .setUser(USERNAME)
                .setPassword(password());
    }

    /** A migration of this database, of which everything else is still to be said. */
    public FluentConfiguration flyway() {
        return flyway(username());
    }

    /** The same, as this user. */
    public FluentConfiguration flyway(String user) {
        return Flyway.configure()
                .dataSource("jdbc:postgresql://%s:%d/%s".formatted(HOST, port, name), user, password());
    }

    /** Migrates it up to a version, or {@code latest}, also where another program has made tables already. */
    public void migrate(String version) {
        flyway().baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load()
                .migrate();
    }

    /** Opens a connection of its own in auto-commit mode, which the caller closes. */
    public Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        return source.getConnection(USERNAME, password());
    }

    /**
     * Runs one statement.
     *
     * @param args values of the {@code ?} parameters, of types that PostgreSQL's JDBC driver maps
     * @return the number of rows that changed, 0 where that means nothing
     */
    public int execute(String sql, Object... args) {
        return inTurn(sql, connection -> {
            try (PreparedStatement statement = prepare(connection, sql, args)) {
                statement.execute();
                return Math.max(0, statement.getUpdateCount());
            }
        });
    }

    /** All rows of a query as column label → value; {@code json} and {@code jsonb} are strings, timestamps instants. */
    public List<Map<String, Object>> query(String sql, Object... args) {
        return inTurn(sql, connection -> {
            try (PreparedStatement statement = prepare(connection, sql, args);
                    ResultSet rows = statement.executeQuery()) {
                List<Map<String, Object>> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(row(rows));
                }
                return result;
            }
        });
    }

    /** The first column of the only row of a query. */
    public <T> T queryValue(Class<T> type, String sql, Object... args) {
        List<Map<String, Object>> rows = query(sql, args);
        if (rows.size() != 1) {
            throw new IllegalStateException("Expected one row but got " + rows.size() + ": " + sql);
        }
        return type.cast(rows.get(0).values().iterator().next());
    }

    /** The number that a {@code SELECT count(*) …} answers. */
    public long queryCount(String sql, Object... args) {
        return queryValue(Number.class, sql, args).longValue();
    }

    @FunctionalInterface
    private interface Statement<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A connection on which a statement failed is not used again, nor is one that somebody has ended. */
    private <T> T inTurn(String sql, Statement<T> statement) {
        var idle = IDLE.computeIfAbsent(this, ignored -> new ConcurrentLinkedDeque<>());
        var connection = idle.pollFirst();
        try {
            if (connection == null || !connection.isValid(0)) {
                connection = connect();
            }
            var result = statement.on(connection);
            idle.addFirst(connection);
            return result;
        } catch (SQLException e) {
            close(connection);
            throw new IllegalStateException("Failed in " + name + ": " + sql, e);
        }
    }

    private static void close(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... args) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, args[i]);
        }
        return statement;
    }

    private static Map<String, Object> row(ResultSet rows) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.put(rows.getMetaData().getColumnLabel(column), plain(rows.getObject(column)));
        }
        return row;
    }

    private static Object plain(Object value) {
        if (value instanceof PGobject object) {
            return object.getValue();
        }
        return value instanceof Timestamp timestamp ? timestamp.toInstant() : value;
    }
}
