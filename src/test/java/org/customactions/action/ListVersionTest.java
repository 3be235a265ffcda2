package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which writes change the version of an organization's lists, whoever writes. */
class ListVersionTest {

    private static final String BEFORE = "15";
    private static final String BY_TRIGGER = "\\d+";
    private static final String BY_ROWS = "\\d+/-?\\d+";
    private static final String READ = ActionEntry.VERSION.replace("$1", "cast(? as uuid)");
    private static final String INSERT = """
            insert into custom_actions (id, created_at, updated_at, deleted_at, organization_id, name, icon, action_type,
                config, is_active, display_order)
            values (?, now(), now(), cast(? as timestamptz), ?, 'Action', '', 'url', '{}', true, 0)
            """;

    private final UUID organization = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID action = UUID.randomUUID();
    private final TestDatabase database = TestDatabase.createDatabase();

    private String version(UUID of) {
        return database.queryValue(String.class, READ, of, of);
    }

    private void insert(UUID id, UUID into) {
        database.execute(INSERT, id, null, into);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update custom_actions set config = '{\"a\":1}' where id = ?",
                "update custom_actions set display_order = 7 where id = ?",
                "update custom_actions set name = 'Other' where id = ?",
                "update custom_actions set deleted_at = now() where id = ?",
                "update custom_actions set organization_id = gen_random_uuid() where id = ?",
                "delete from custom_actions where id = ?"
            })
    void shouldChangeWithEachWrite(String write) {
        database.migrate("latest");
        insert(action, organization);
        insert(UUID.randomUUID(), other);
        var before = version(organization);
        var othersBefore = version(other);

        database.execute(write, action);

        assertThat(before).matches(BY_TRIGGER);
        assertThat(version(organization)).matches(BY_TRIGGER).isNotEqualTo(before);
        assertThat(version(other)).isEqualTo(othersBefore);
    }

    @Test
    void shouldChangeWhenAnActionComes() {
        database.migrate("latest");
        insert(action, organization);
        var one = version(organization);
        insert(UUID.randomUUID(), organization);
        var two = version(organization);
        var deleted = UUID.randomUUID();
        database.execute(INSERT, deleted, "2026-01-01", organization);
        assertThat(version(organization)).isEqualTo(two).isNotEqualTo(one);

        database.execute("update custom_actions set deleted_at = null where id = ?", deleted);

        assertThat(version(organization)).isNotEqualTo(two);
    }

    @Test
    void shouldChangeOfBothOrganizationsWhenAnActionMoves() {
        database.migrate("latest");
        insert(action, organization);
        insert(UUID.randomUUID(), other);
        var before = version(other);

        database.execute("update custom_actions set organization_id = ? where id = ?", other, action);

        assertThat(version(other)).isNotEqualTo(before);
    }

    @Test
    void shouldStayWhenADeletedActionIsGoneForGood() {
        database.migrate("latest");
        insert(UUID.randomUUID(), organization);
        database.execute(INSERT, action, "2026-01-01", organization);
        var before = version(organization);

        database.execute("delete from custom_actions where id = ?", action);

        assertThat(version(organization)).isEqualTo(before);
    }

    @Test
    void shouldChangeWhenTheTableIsEmptied() {
        database.migrate("latest");
        insert(action, organization);

        database.execute("truncate custom_actions");

        assertThat(version(organization)).isEqualTo("0/0");
    }

    /** What the version before stored, and writes while this one is rolled out. */
    @Test
    void shouldTellOfActionsFromBefore() {
        database.migrate(BEFORE);
        insert(action, organization);

        database.migrate("latest");

        var before = version(organization);
        assertThat(before).matches(BY_TRIGGER);
        database.execute("update custom_actions set display_order = 7 where id = ?", action);
        assertThat(version(organization)).isNotEqualTo(before);
    }

    @Test
    void shouldLetTransactionsOfAnOrganizationWriteDifferentActionsInAnyOrder() throws SQLException {
        database.migrate("latest");
        var second = UUID.randomUUID();
        insert(action, organization);
        insert(second, organization);
        try (var one = database.connect();
                var two = database.connect()) {
            one.setAutoCommit(false);
            two.setAutoCommit(false);
            touch(one, action);
            touch(two, second);
            two.commit();
            touch(one, second);
            one.commit();
        }

        assertThat(version(organization)).matches(BY_TRIGGER);
    }

    private static void touch(Connection connection, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update custom_actions set display_order = display_order + 1 where id = ?")) {
            statement.setQueryTimeout(5);
            statement.setObject(1, id);
            statement.execute();
        }
    }

    @Test
    void shouldGoByTheRowsWhileTheTriggerIsOff() {
        database.migrate("latest");
        insert(action, organization);
        database.execute("alter table custom_actions disable trigger versioned");
        var before = version(organization);
        assertThat(before).matches(BY_ROWS);

        database.execute("update custom_actions set config = '{\"a\":1}' where id = ?", action);

        assertThat(version(organization)).isNotEqualTo(before);
    }

    /** Also if the table was the service's own before. */
    @Test
    void shouldGoByTagsWhereTheActionsAreAView() {
        database.migrate("latest");
        insert(action, organization);
        database.execute("alter table custom_actions rename to platform_actions");
        database.execute("create view custom_actions as select * from platform_actions");
        var before = version(organization);
        assertThat(before).matches(BY_ROWS);

        for (var write : new String[] {"updated_at = updated_at + interval '1 second'", "display_order = 7"}) {
            database.execute("update platform_actions set %s where id = ?".formatted(write), action);
            assertThat(version(organization)).matches(BY_ROWS).isNotEqualTo(before);
            before = version(organization);
        }
        insert(UUID.randomUUID(), organization);
        assertThat(version(organization)).isNotEqualTo(before);
    }
}
