package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

class DatabaseProxyTest {
    private static TestDatabase database;
    private DatabaseProxy proxy;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.createDatabase();
        database.execute("CREATE TABLE t (id int)");
    }

    @BeforeEach
    void start() {
        proxy = DatabaseProxy.start(database.host(), database.port());
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void shouldCountOneRoundTripForEachStatement() throws SQLException {
        try (Connection connection = connect("extended")) {
            long roundTrips = proxy.count(() -> {
                select(connection, "SELECT 1");
                select(connection, "SELECT repeat('x', 200000)");
                select(connection, "SELECT 3");
            });

            assertThat(roundTrips).isEqualTo(3);
        }
    }

    @Test
    void shouldCountSimpleQueries() throws SQLException {
        try (Connection connection = connect("simple")) {
            long roundTrips = proxy.count(() -> select(connection, "SELECT 1"));

            assertThat(roundTrips).isEqualTo(1);
        }
    }

    @Test
    void shouldCountABatchWithOneSyncOnce() throws SQLException {
        try (Connection connection = connect("extended");
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 20; i++) {
                statement.addBatch("INSERT INTO t VALUES (" + i + ")");
            }

            long roundTrips = proxy.count(() -> batch(statement));

            assertThat(roundTrips).isEqualTo(1);
        }
    }

    @Test
    void shouldPassACancelRequestOn() throws Exception {
        try (Connection connection = connect("extended");
                Statement statement = connection.createStatement()) {
            CompletableFuture<Void> sleep = CompletableFuture.runAsync(() -> execute(statement, "SELECT pg_sleep(60)"));
            Patience.await()
                    .until(() -> database.queryCount(
                                    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'")
                            == 1);

            statement.cancel();

            assertThatThrownBy(() -> sleep.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .hasStackTraceContaining("canceling statement");
        }
    }

    @Test
    void shouldCloseConnectionsAndRefuseNewOnesUntilRestored() throws SQLException {
        Connection before = connect("extended");

        proxy.cut();

        assertThatThrownBy(() -> select(before, "SELECT 1")).hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> new Socket().connect(new InetSocketAddress(proxy.host(), proxy.port())))
                .isInstanceOf(ConnectException.class);
        Patience.await().until(() -> proxy.connections() == 0);
        proxy.restore();
        try (Connection after = connect("extended")) {
            select(after, "SELECT 1");
        }
    }

    @Test
    void shouldHoldEveryByteWhileStalledAndPassThemOnAfterwards() throws Exception {
        try (Connection connection = connect("extended")) {
            proxy.stall();

            CompletableFuture<Void> query = CompletableFuture.runAsync(() -> select(connection, "SELECT 1"));
            CompletableFuture<Void> login = CompletableFuture.runAsync(() -> connectAndClose());

            assertThatThrownBy(() -> query.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(login).isNotDone();
            proxy.restore();
            query.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
            login.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void shouldCutConnectionsThatAreStalled() throws Exception {
        Connection connection = connect("extended");
        proxy.stall();
        CompletableFuture<Void> query = CompletableFuture.runAsync(() -> select(connection, "SELECT 1"));

        proxy.cut();

        assertThatThrownBy(() -> query.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(java.io.IOException.class);
    }

    @Test
    void shouldHoldCommitsAndPassThemOnAfterwards() throws Exception {
        try (Connection connection = connect("extended")) {
            proxy.holdCommits();

            CompletableFuture<Void> commit = insertAndCommit(connection, 100);

            Patience.await().until(() -> proxy.heldCommits() == 1);
            assertThat(stored(100)).isZero();
            proxy.restore();
            commit.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(stored(100)).isOne();
        }
    }

    @Test
    void shouldForgetACommitThatWasHeldWhenItsConnectionWasCut() throws Exception {
        Connection connection = connect("extended");
        proxy.holdCommits();
        CompletableFuture<Void> commit = insertAndCommit(connection, 101);
        Patience.await().until(() -> proxy.heldCommits() == 1);

        proxy.cut();
        proxy.restore();

        assertThatThrownBy(() -> commit.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class);
        Patience.await().until(() -> proxy.connections() == 0);
        assertThat(stored(101)).isZero();
    }

    @Test
    void shouldHoldTheAnswerToACommitThatIsCarriedOut() throws Exception {
        try (Connection connection = connect("extended")) {
            proxy.holdAnswersToCommits();

            CompletableFuture<Void> commit = insertAndCommit(connection, 102);

            Patience.await().until(() -> stored(102) == 1);
            assertThat(commit).isNotDone();
            proxy.restore();
            commit.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void shouldDropTheClientWhenTheDatabaseEndsTheConnection() throws SQLException {
        Connection connection = connect("extended");
        select(connection, "SELECT 1");

        database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'proxied'");

        assertThatThrownBy(() -> select(connection, "SELECT 1"))
                .hasStackTraceContaining("terminating connection due to administrator command");
    }

    private Connection connect(String queryMode) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        properties.setProperty("preferQueryMode", queryMode);
        properties.setProperty("ApplicationName", "proxied");
        String url = "jdbc:postgresql://%s:%d/%s".formatted(proxy.host(), proxy.port(), database.name());
        return new Driver().connect(url, properties);
    }

    private static CompletableFuture<Void> insertAndCommit(Connection connection, int value) {
        return CompletableFuture.runAsync(() -> {
            try (Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO t VALUES (" + value + ")");
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long stored(int value) {
        return database.queryCount("SELECT count(*) FROM t WHERE id = ?", value);
    }

    private void connectAndClose() {
        try {
            connect("extended").close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void select(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void batch(Statement statement) {
        try {
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
