package org.customactions.background;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.Hook;
import org.customactions.execution.SilentUpstream;
import org.customactions.secret.EncryptedValue;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.UnreadableSecretException;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long queues, and a database that goes away meanwhile. */
@QuarkusTest
class BackgroundBacklogQuarkusTest {

    private static final int BACKLOG = 10_000;

    @Inject
    SecretKeys keys;

    private BackgroundClicks clicks;

    @BeforeEach
    void createContact() {
        clicks = new BackgroundClicks();
    }

    @AfterEach
    void clean() {
        ServiceResource.databaseProxy().restore();
        await().until(() -> ServiceResource.database()
                        .execute("delete from background_executions where organization_id = ?", clicks.organization)
                >= 0);
    }

    /** They wait for an upstream that hangs, and have been due for longer. */
    @Test
    void shouldSendTheOnlyOneBesideTenThousandOfAnother() throws IOException, SQLException, UnreadableSecretException {
        try (var silent = new SilentUpstream()) {
            multiply(clicks.accepted(clicks.action(silent.url(), Map.of())));
            await().until(() -> silent.calls() >= 6);
            var other = new BackgroundClicks();

            var only = other.accepted(other.action(Hook.start().url(), Map.of()));

            other.awaitState(only, "succeeded");
            assertThat(count("due_at is not null")).isGreaterThan(BACKLOG - 100);
            assertThat(count("under_way")).isLessThanOrEqualTo(8);
            ServiceResource.database()
                    .execute("delete from background_executions where organization_id = ?", clicks.organization);
        }
    }

    /** An answer that comes while the database is away is stored once it is back; nothing is sent again for that. */
    @Test
    void shouldStoreWhatCameWhileTheDatabaseWasAway() {
        var hook = Hook.answering(okJson("{\"id\":7}").withFixedDelay(1_000));
        var action = clicks.action(hook.url(), Map.of());
        var first = clicks.accepted(action);
        await().until(() -> ServiceResource.database()
                        .queryCount(
                                "select count(*) from background_executions where execution_id = ? and under_way",
                                first)
                == 1);

        ServiceResource.databaseProxy().cut();
        await().until(() -> hook.requests().size() == 1);
        ServiceResource.databaseProxy().restore();

        await().ignoreExceptions()
                .until(() -> clicks.state(clicks.agent, first)
                        .extract()
                        .path("data.state")
                        .equals("succeeded"));
        clicks.awaitState(clicks.accepted(action), "succeeded");
        assertThat(hook.requests()).hasSize(2);
    }

    /** The same as one that waits, ten thousand times; what is encrypted belongs to its execution. */
    private void multiply(UUID execution) throws SQLException, UnreadableSecretException {
        var database = ServiceResource.database();
        var request = keys.open(
                place(execution),
                EncryptedValue.ofBytes(database.queryValue(
                        byte[].class, "select request from background_executions where execution_id = ?", execution)));
        try (var connection = database.connect();
                var statement = connection.prepareStatement("""
                        insert into background_executions (execution_id, organization_id, action_id, action_type, user_id,
                            upstream, accepted_at, due_at, is_ready, request, request_bytes)
                        select ?, organization_id, action_id, action_type, user_id, upstream, accepted_at,
                            now() - interval '1 hour', true, ?, request_bytes
                        from background_executions
                        where execution_id = ?
                        """)) {
            for (int i = 0; i < BACKLOG; i++) {
                var copy = UUID.randomUUID();
                statement.setObject(1, copy);
                statement.setBytes(
                        2, keys.seal(place(copy), request).orElseThrow().toBytes());
                statement.setObject(3, execution);
                statement.addBatch();
            }
            connection.setAutoCommit(false);
            statement.executeBatch();
            connection.commit();
        }
    }

    private SecretPlace place(UUID execution) {
        return SecretPlace.ofExecution(clicks.organization, execution, Attempts.REQUEST);
    }

    private long count(String condition) {
        return ServiceResource.database()
                .queryCount(
                        "select count(*) from background_executions where organization_id = ? and " + condition,
                        clicks.organization);
    }
}
