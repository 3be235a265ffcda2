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
                "select organization_id, role from custom_actions.users where id = ? order by organization_id::text",
                user);
    }

    private String roleOf(UUID user) {
        return database.queryValue(String.class, "select role from custom_actions.users where id = ?", user);
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
