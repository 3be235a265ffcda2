package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readiness asks of the database. */
class SchemaCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String READER = "schema_check_reader";

    private final TestDatabase database = TestDatabase.createDatabase();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = pool(database.username());
    private final SchemaCheck check = new SchemaCheck(pool);

    private Pool pool(String user) {
        return PgBuilder.pool()
                .connectingTo(database.connectOptions().setUser(user))
                .using(vertx)
                .build();
    }

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    private void migrate(String schema) {
        database.flyway()
                .table("custom_actions_migrations")
                .defaultSchema(schema)
                .load()
                .migrate();
    }

    private Optional<String> problem() {
        return check.problem().await().atMost(PATIENCE);
    }

    @Test
    void shouldFindEverythingThatTheMigrationsMake() {
        migrate("public");

        assertThat(problem()).isEmpty();
        assertThat(check.isGood().await().atMost(PATIENCE)).isTrue();
    }

    @Test
    void shouldKnowEveryColumnOfTheMigrations() {
        migrate("public");
        var made = database
                .query("select table_name || '.' || column_name as name from information_schema.columns"
                        + " where table_schema = 'public' and table_name <> 'custom_actions_migrations'")
                .stream()
                .map(row -> (String) row.get("name"))
                .toList();

        var needed = IntStream.range(0, NeededColumns.columns().length)
                .mapToObj(i -> NeededColumns.tables()[i] + "." + NeededColumns.columns()[i])
                .toList();

        assertThat(needed).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void shouldNameEveryTableOfAnEmptyDatabase() {
        assertThat(problem().orElseThrow())
                .startsWith(
                        "The service is not ready, because in the database it lacks the table background_executions, the table")
                .contains(
                        "the table button_modules",
                        "the table contacts",
                        "the table redirect_tokens",
                        "the table users")
                .doesNotContain("the right");
    }

    @ParameterizedTest
    @CsvSource({
        "users, role",
        "contacts, name",
        "custom_actions, display_order",
        "organizations, name",
        "redirect_tokens, url"
    })
    void shouldNameAColumnThatIsMissing(String table, String column) {
        migrate("public");
        database.execute("alter table %s rename %s to something_else".formatted(table, column));

        assertThat(problem())
                .contains("The service is not ready, because in the database it lacks the column %s.%s"
                        .formatted(table, column));
        assertThat(check.isGood().await().atMost(PATIENCE)).isFalse();
    }

    @Test
    void shouldTakeAFunctionOfTheRowForAColumn() {
        migrate("public");
        database.execute("alter table users rename role to something_else");
        database.execute("create function role(users) returns text language sql as 'select $1.something_else'");
        assertThat(problem()).isEmpty();

        database.execute("drop function role(users)");
        database.execute("create function role(contacts) returns text language sql as 'select $1.name'");
        assertThat(problem().orElseThrow()).contains("the column users.role");
    }

    @Test
    void shouldLookWhereStatementsLook() {
        migrate("elsewhere");
        assertThat(problem().orElseThrow()).contains("the table custom_actions");

        database.execute("alter role postgres in database %s set search_path = elsewhere".formatted(database.name()));

        var there = new SchemaCheck(pool(database.username()));
        assertThat(there.problem().await().atMost(PATIENCE)).isEmpty();
    }

    @Test
    void shouldTellThatTypesDoNotFit() {
        migrate("public");
        database.execute("alter table users alter column id type text");

        assertThat(problem().orElseThrow())
                .isEqualTo(
                        "The service is not ready, because it cannot read the tables custom_actions, contacts, users and"
                                + " organizations together: ERROR: operator does not exist: text = uuid (42883)");
    }

    @Test
    void shouldNameRightsThatAreMissing() {
        migrate("public");
        database.execute(
                "do $$ begin create role %s login; exception when duplicate_object or unique_violation then null;"
                                .formatted(READER)
                        + " end $$");
        database.execute("grant select on all tables in schema public to " + READER);
        database.execute("revoke select on users from " + READER);
        database.execute("grant select (id, organization_id, email, full_name) on users to " + READER);

        var rights =
                new SchemaCheck(pool(READER)).problem().await().atMost(PATIENCE).orElseThrow();

        assertThat(rights)
                .contains("the right to read users.role", "the right to write to custom_actions,")
                .doesNotContain("users.email", "contacts");
    }

    @Test
    void shouldAskAgainUntilItIsRight() {
        assertThat(check.isGood().await().atMost(PATIENCE)).isFalse();
        migrate("public");

        assertThat(check.isGood().await().atMost(PATIENCE)).isTrue();
    }
}
