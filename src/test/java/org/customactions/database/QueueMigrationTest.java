package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** The version before the queue goes on beside it, with the statements it has. */
class QueueMigrationTest {

    private static final UUID ORGANIZATION = new UUID(0, 1);
    private static final UUID ACTION = new UUID(0, 2);

    private final TestDatabase database = TestDatabase.createDatabase();

    private void begin(UUID execution) {
        database.execute("""
                insert into custom_action_executions (id, created_at, lease_until, organization_id, action_id, action_type,
                    contact_id, user_id)
                values (?, now(), now() + interval '1 minute', ?, ?, 'webhook', gen_random_uuid(), 'u')
                """, execution, ORGANIZATION, ACTION);
    }

    private int end(UUID execution) {
        return database.execute("""
                update custom_action_executions
                set success = true, message = 'Done', outcome = 'success', http_status = nullif(200, 0), duration_ms = 5
                where id = ? and success is null
                """, execution);
    }

    @Test
    void shouldLeaveTheVersionBeforeRunning() {
        var before = UUID.randomUUID();
        var after = UUID.randomUUID();
        database.flyway().target("15").load().migrate();
        begin(before);

        database.flyway().load().migrate();

        begin(after);
        assertThat(end(before)).isEqualTo(1);
        assertThat(end(after)).isEqualTo(1);
        assertThat(database.queryCount(
                        "select count(*) from custom_action_executions where success and attempts is null"))
                .isEqualTo(2);
        assertThat(database.queryCount("select count(*) from background_executions"))
                .isZero();
        assertThat(database.queryCount("select sum(executions) from execution_tally_changes"))
                .isEqualTo(2);
    }
}
