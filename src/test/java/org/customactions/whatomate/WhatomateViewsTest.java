package org.customactions.whatomate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** The script that shows Whatomate's tables to the service, before it migrates and after. */
class WhatomateViewsTest {

    private final WhatomateDatabase whatomate = WhatomateDatabase.create();
    private final TestDatabase database = whatomate.database();

    private List<Map<String, Object>> membershipsOf(UUID user) {
        return database.query(
                "select organization_id, role_name as role from custom_actions.users where id = ? order by organization_id::text",
                user);
    }

    private String roleOf(UUID user) {
        return database.queryValue(String.class, "select role_name from custom_actions.users where id = ?", user);
    }

    private long views() {
        return database.queryCount("select count(*) from pg_views where schemaname = 'custom_actions' and viewname in"
                + " ('custom_actions', 'contacts', 'users', 'organizations')");
    }

    @Test
    void shouldMigrateOverViews() {
        whatomate.withViews().migrated();

        assertThat(views()).isEqualTo(4);
        assertThat(database.queryCount(
                        "select count(*) from custom_actions.custom_actions_migrations where not success"))
                .isZero();
        assertThat(database.queryCount("select count(*) from pg_class where relname = 'custom_actions_listed'"))
                .isZero();
        whatomate.migrated().withViews();
    }

    @Test
    void shouldPutViewsInThePlaceOfEmptyTables() {
        whatomate.migrated().withViews();

        assertThat(views()).isEqualTo(4);
        whatomate.withViews().migrated();
    }

    @Test
    void shouldNotDropATableWithRows() {
        whatomate.migrated();
        database.execute("insert into custom_actions.organizations values (gen_random_uuid(), 'Ours')");

        assertThatThrownBy(whatomate::withViews)
                .hasStackTraceContaining("The table custom_actions.organizations has rows; rename it");
    }

    @Test
    void shouldLeaveNothingBehind() {
        var organization = whatomate.organization("one");
        whatomate.bareAction(organization, "Stays");
        whatomate.withViews().migrated();

        whatomate.goBack();

        assertThat(database.queryCount("select count(*) from pg_namespace where nspname = 'custom_actions'"))
                .isZero();
        assertThat(database.queryCount("select count(*) from public.custom_actions where name = 'Stays'"))
                .isEqualTo(1);
    }

    /** It asks for this column, in any schema, to find out at each start whether its database is an old one. */
    @Test
    void shouldNotLookLikeAnOldDatabaseOfWhatomates() {
        whatomate.withViews().migrated();

        assertThat(database.queryCount("select count(*) from information_schema.columns"
                        + " where table_name = 'users' and column_name = 'role'"))
                .isZero();
    }

    /** The first is what it does at each start. */
    @Test
    void shouldLetWhatomateChangeItsTexts() {
        whatomate.withViews().migrated();
        database.execute("alter table contacts alter column phone_number type varchar(50)");
        var texts = database.query("""
                select format('%I.%I alter column %I type text', table_schema, table_name, column_name) as change
                from information_schema.columns
                where table_schema = 'public' and data_type = 'character varying' and table_name <> 'custom_actions'
                """);

        assertThat(texts).hasSizeGreaterThan(5);
        texts.forEach(text -> database.execute("alter table " + text.get("change")));
        whatomate.withViews();
    }

    /** The view through which actions are saved has to name its columns; without it they are free as well. */
    @Test
    void shouldComeBackAfterWhatomateHasChangedItsActions() {
        whatomate.withViews().migrated();
        var change = "alter table public.custom_actions alter column name type varchar(200)";
        assertThatThrownBy(() -> database.execute(change))
                .hasStackTraceContaining("cannot alter type of a column used by a view");

        database.execute("drop view custom_actions.custom_actions");
        database.execute(change);
        whatomate.withViews().migrated();

        assertThat(views()).isEqualTo(4);
    }

    @Test
    void shouldShowAUserOnceInEachOrganization() {
        var home = whatomate.organization("home");
        var other = whatomate.organization("other");
        var user = whatomate.user(home, whatomate.role(home, "manager", true, true), false);
        whatomate.member(user, home, whatomate.role(home, "agent", true, false));
        whatomate.member(user, other, whatomate.role(other, "admin", true, true));
        whatomate.withViews();

        assertThat(membershipsOf(user))
                .containsExactlyInAnyOrder(
                        Map.of("organization_id", home, "role", "agent"),
                        Map.of("organization_id", other, "role", "admin"));
    }

    @Test
    void shouldTakeARoleThatMayWriteActionsForAManager() {
        var home = whatomate.organization("home");
        whatomate.withViews();

        assertThat(roleOf(whatomate.user(home, whatomate.role(home, "Shift lead", false, true), false)))
                .isEqualTo("manager");
        assertThat(roleOf(whatomate.user(home, whatomate.role(home, "Trainee", false, false), false)))
                .isEqualTo("Trainee");
        assertThat(roleOf(whatomate.user(home, whatomate.role(home, "Admin", false, false), false)))
                .isEqualTo("agent");
        assertThat(roleOf(whatomate.user(home, null, false))).isEqualTo("agent");
    }

    @Test
    void shouldTakeASuperAdminForAnAdminEverywhere() {
        var home = whatomate.organization("home");
        var other = whatomate.organization("other");
        var user = whatomate.user(home, null, true);
        whatomate.member(user, other, whatomate.role(other, "agent", true, false));
        whatomate.withViews();

        assertThat(membershipsOf(user))
                .containsExactlyInAnyOrder(
                        Map.of("organization_id", home, "role", "admin"),
                        Map.of("organization_id", other, "role", "admin"));
    }

    @Test
    void shouldNotShowWhoMayNotSignIn() {
        var home = whatomate.organization("home");
        var gone = whatomate.user(home, null, true);
        var locked = whatomate.user(home, null, false);
        database.execute("update users set deleted_at = now() where id = ?", gone);
        database.execute("update users set is_active = false where id = ?", locked);
        whatomate.withViews();

        assertThat(database.queryCount("select count(*) from custom_actions.users"))
                .isZero();
    }
}
