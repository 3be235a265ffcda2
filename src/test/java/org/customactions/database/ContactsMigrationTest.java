package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** The migration after which two organizations may use the same id for a contact. */
class ContactsMigrationTest {

    private static final String BEFORE = "5";

    private static final String INSERT =
            "insert into contacts as c (id, organization_id, phone_number) values (?, ?, ?) ";

    /** As the version before writes contacts. */
    private static final String OLD_UPSERT =
            INSERT + "on conflict (id) do update set phone_number = excluded.phone_number"
                    + " where c.organization_id = excluded.organization_id";

    private static final String UPSERT =
            INSERT + "on conflict (organization_id, id) do update set phone_number = excluded.phone_number";

    private final UUID id = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final TestDatabase database = TestDatabase.createDatabase();

    private long contacts() {
        return database.queryCount("select count(*) from contacts where id = ?", id);
    }

    private boolean separate() {
        return database.queryValue(Boolean.class, "select custom_actions_separate_contact_ids()");
    }

    @Test
    void shouldLetTwoOrganizationsUseTheSameIdInAnEmptyTable() {
        database.migrate("latest");

        database.execute(UPSERT, id, other, "+1 555 0101");
        database.execute(UPSERT, id, one, "+1 555 0102");
        assertThat(contacts()).isEqualTo(2);
    }

    @Test
    void shouldLetTheVersionBeforeWriteUntilAnIdIsUsedTwice() {
        database.migrate(BEFORE);
        database.execute(OLD_UPSERT, id, one, "+1 555 0100");

        database.migrate("latest");
        database.execute(OLD_UPSERT, id, one, "+1 555 0101");
        assertThat(separate()).isTrue();

        database.execute(UPSERT, id, other, "+1 555 0102");
        assertThat(contacts()).isEqualTo(2);
        assertThat(separate()).isTrue();
        assertThatThrownBy(() -> database.execute(OLD_UPSERT, id, one, "+1 555 0103"))
                .hasStackTraceContaining("no unique or exclusion constraint matching the ON CONFLICT specification");
    }

    @Test
    void shouldLeaveAPlatformsTableAlone() {
        database.execute("""
                create table contacts (id uuid primary key, organization_id uuid not null, phone_number text not null,
                    created_at timestamptz, updated_at timestamptz, deleted_at timestamptz, name text, profile_name text,
                    tags jsonb, metadata jsonb, avatar text)""");

        database.migrate("latest");

        assertThat(separate()).isFalse();
        database.execute(OLD_UPSERT, id, one, "+1 555 0100");
        assertThat(contacts()).isEqualTo(1);
    }

    @Test
    void shouldLeaveATableAloneThatOthersReferTo() {
        database.migrate(BEFORE);
        database.execute("create table messages (contact_id uuid references contacts)");

        database.migrate("latest");

        assertThat(separate()).isFalse();
        database.execute(OLD_UPSERT, id, one, "+1 555 0100");
        assertThat(contacts()).isEqualTo(1);
    }

    @Test
    void shouldLeaveAViewAlone() {
        database.execute("create table people (id uuid primary key, org uuid not null, phone text not null)");
        database.execute(
                "create view contacts as select id, org as organization_id, phone as phone_number from people");

        assertThatCode(() -> database.migrate("latest")).doesNotThrowAnyException();

        assertThat(separate()).isFalse();
        database.execute(OLD_UPSERT, id, one, "+1 555 0100");
        assertThat(contacts()).isEqualTo(1);
    }

    @Test
    void shouldSearchByAnIndex() {
        database.migrate("latest");

        assertThat(database.queryCount("select count(*) from pg_indexes where indexname = 'contacts_searched'"))
                .isEqualTo(1);
    }

    @Test
    void shouldGoOnWithoutAnIndexIfTheExtensionCannotBeMade() {
        database.migrate(BEFORE);
        // Its operators are missing where the index is made.
        database.execute("create schema elsewhere");
        database.execute("create extension pg_trgm schema elsewhere");

        assertThatCode(() -> database.migrate("latest")).doesNotThrowAnyException();

        assertThat(database.queryCount("select count(*) from pg_indexes where indexname = 'contacts_searched'"))
                .isZero();
    }
}
