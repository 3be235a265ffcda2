package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** The migration after which executions are counted, while the version before goes on writing them. */
class TalliesMigrationTest {

    private static final String INSERT = """
            insert into custom_action_executions
                (id, created_at, lease_until, organization_id, action_id, action_type, contact_id, user_id)
            values (?, now(), now(), ?, ?, 'url', gen_random_uuid(), 'u')
            """;

    private static final String END = """
            update custom_action_executions set success = ?, message = 'm', http_status = null, duration_ms = 12
            where id = ? and success is null
            """;

    private final UUID organization = UUID.randomUUID();
    private final UUID action = UUID.randomUUID();
    private final TestDatabase database = TestDatabase.createDatabase();

    @Test
    void shouldCountEachExecutionOnceWheneverItEnded() {
        database.migrate("12");
        var early = begin();
        end(early, true);
        var between = begin();
        var late = begin();
        database.migrate("14");
        end(between, false);
        database.migrate("latest");
        end(late, true);

        assertThat(counted("executions")).isEqualTo(3);
        assertThat(counted("failures")).isEqualTo(1);

        database.execute("delete from custom_action_executions where id in (?, ?)", early, between);
        assertThat(counted("executions")).isEqualTo(1);
        assertThat(counted("failures")).isZero();
    }

    @Test
    void shouldCountWhatOneStatementEndsChangesOrDeletes() {
        database.migrate("latest");
        // More than fit into a row of the changes as it was before.
        database.execute(
                INSERT.replace("values (?,", "select gen_random_uuid(),")
                        .replace("gen_random_uuid(), 'u')", "gen_random_uuid(), 'u' from generate_series(1, 40000)"),
                organization,
                action);
        assertThat(counted("executions")).isZero();

        database.execute("update custom_action_executions set success = true, duration_ms = 12");
        assertThat(counted("executions")).isEqualTo(40_000);
        assertThat(counted("failures")).isZero();
        assertThat(changes()).isEqualTo(1);

        database.execute("update custom_action_executions set user_name = 'Ada'");
        assertThat(changes()).isEqualTo(1);

        database.execute("update custom_action_executions set success = false, duration_ms = 5000");
        assertThat(counted("executions")).isEqualTo(40_000);
        assertThat(counted("failures")).isEqualTo(40_000);

        database.execute("update custom_action_executions set trial = true");
        assertThat(counted("executions")).isZero();

        database.execute("delete from custom_action_executions");
        assertThat(counted("failures")).isZero();
    }

    @Test
    void shouldCountWhatIsInsertedWithItsEnd() {
        database.migrate("latest");
        database.execute(
                INSERT.replace("user_id)", "user_id, success)").replace("'u')", "'u', true)"),
                UUID.randomUUID(),
                organization,
                action);

        assertThat(counted("executions")).isEqualTo(1);
        assertThat(counted("failures")).isZero();
    }

    private long changes() {
        return database.queryValue(Long.class, "select count(*) from execution_tally_changes");
    }

    private UUID begin() {
        var id = UUID.randomUUID();
        database.execute(INSERT, id, organization, action);
        return id;
    }

    private void end(UUID id, boolean success) {
        database.execute(END, success, id);
    }

    private long counted(String what) {
        return database.queryValue(Number.class, """
                select coalesce(sum(%1$s), 0)
                from (select organization_id, action_id, %1$s from execution_tallies
                    union all select organization_id, action_id, %1$s from execution_tally_changes) as all_of_them
                where organization_id = ? and action_id = ?
                """.formatted(what), organization, action)
                .longValue();
    }
}
