package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** The migration after which a user may belong to two organizations. */
class UsersMigrationTest {

    private static final String BEFORE = "7";
    private static final String INSERT = "insert into users (id, organization_id, role) values (?, ?, 'agent')";

    /** As somebody who has filled the table may write it. */
    private static final String UPSERT = INSERT + " on conflict (id) do update set role = excluded.role";

    private final UUID id = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final TestDatabase database = TestDatabase.createDatabase();

    @Test
    void shouldLetAUserBelongToTwoOrganizationsInAnEmptyTable() {
        database.migrate("latest");

        database.execute(INSERT, id, one);
        database.execute(INSERT, id, other);

        assertThat(database.queryCount("select count(*) from users where id = ?", id))
                .isEqualTo(2);
        assertThatThrownBy(() -> database.execute(INSERT, id, one)).hasStackTraceContaining("duplicate key");
    }

    @Test
    void shouldLeaveATableAloneThatSomebodyFills() {
        database.migrate(BEFORE);
        database.execute(UPSERT, id, one);

        database.migrate("latest");

        database.execute(UPSERT, id, one);
        // As docs/callers.md says.
        database.execute("alter table users drop constraint users_pkey, add primary key (id, organization_id)");
        database.execute(INSERT, id, other);
    }

    @Test
    void shouldLeaveAPlatformsTableAlone() {
        database.execute("""
                create table users (id uuid primary key, organization_id uuid not null, email text, full_name text, role text,
                    password_hash text)""");

        database.migrate("latest");

        database.execute(UPSERT, id, one);
    }

    @Test
    void shouldLeaveAViewAlone() {
        database.execute("create table members (id uuid, organization_id uuid, email text, full_name text, role text)");
        database.execute("create view users as select * from members");

        database.migrate("latest");

        database.execute(INSERT, id, one);
        database.execute(INSERT, id, other);
    }
}
