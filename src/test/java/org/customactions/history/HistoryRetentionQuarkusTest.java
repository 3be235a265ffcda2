package org.customactions.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.customactions.support.Impatient;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old executions are deleted, whatever else goes on in the database. */
@Full
@QuarkusTest
@TestProfile(Impatient.class)
class HistoryRetentionQuarkusTest {

    private final History history = new History();
    private UUID action;

    @BeforeEach
    void create() {
        action = history.createAction("url", Map.of("url", "https://a.example/"));
    }

    @AfterEach
    void recover() {
        ServiceResource.databaseProxy().restore();
    }

    @Test
    void shouldDeleteOldRowsInBatches() {
        history.store(action, minutesAgo(59), 2);

        history.store(action, minutesAgo(61), 2_500);

        awaitStored(2);
    }

    @Test
    void shouldKeepExecutionsWithALease() {
        ServiceResource.database().execute("""
                insert into custom_action_executions
                    (id, created_at, lease_until, organization_id, action_id, action_type, contact_id, user_id)
                select gen_random_uuid(), now() - interval '3 hours', now() + make_interval(hours => lease), ?, ?, 'url',
                    gen_random_uuid(), 'u'
                from unnest(array[-2, 1]) lease
                """, history.organization(), action);

        awaitTries();

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void shouldSkipLockedRows() throws SQLException {
        try (var other = holding("begin")) {
            history.store(action, minutesAgo(59), 2);
            execute(
                    other,
                    "select id from custom_action_executions where action_id = '%s' limit 1 for update"
                            .formatted(action));
            ServiceResource.database()
                    .execute(
                            "update custom_action_executions set lease_until = now() - interval '2 hours'"
                                    + " where id in (select id from custom_action_executions where action_id = ?"
                                    + " for update skip locked)",
                            action);

            awaitStored(1);
        }
    }

    @Test
    void shouldNotCleanWhileAnotherReplicaDoes() throws SQLException {
        try (var other = holding("select pg_advisory_lock(hashtextextended('custom_actions/cleaning', 0))")) {
            history.store(action, minutesAgo(61), 1);

            awaitTries();

            assertThat(stored()).isEqualTo(1);
            assertThat(other.isClosed()).isFalse();
        }
        awaitStored(0);
    }

    @Test
    void shouldGoOnAfterTheDatabaseWasAway() {
        ServiceResource.databaseProxy().cut();
        history.store(action, minutesAgo(61), 1);
        ServiceResource.databaseProxy().restore();

        awaitStored(0);
    }

    private static String minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes)).toString();
    }

    private long stored() {
        return ServiceResource.database()
                .queryCount("select count(*) from custom_action_executions where action_id = ?", action);
    }

    private void awaitStored(int count) {
        Patience.await().until(() -> stored() == count);
    }

    /** Until the service has been at the database for several times, which nothing else asks it to. */
    private static void awaitTries() {
        var before = ServiceResource.databaseProxy().roundTrips();
        Patience.await().until(() -> ServiceResource.databaseProxy().roundTrips() > before + 100);
    }

    /** A connection that has run a statement and stays open. */
    private static Connection holding(String statement) throws SQLException {
        var connection = ServiceResource.database().connect();
        execute(connection, statement);
        return connection;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
