package org.customactions.background;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.background.Places.Room;
import org.customactions.support.Full;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is due costs the same beside a million others, whatever the statistics say: so many pages of the database for
 * each, those of its indexes and its row included. A page is 8 KiB, in memory or not.
 */
@Full
class BacklogLoadTest {

    private static final int ORGANIZATIONS = 10_000;
    private static final int WAITING = 1_000_000;
    private static final int MOST_PAGES = 40;
    private static final UUID LAST = UUID.fromString("ffffffff-0000-4000-8000-000000000000");
    private static final Room ROOM = new Room(256, 8, 6, List.of(), Map.of(), 1_000_000);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final List<String> PLANS = List.of("force_custom_plan", "force_generic_plan");

    private static TestDatabase database;

    private Connection connection;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.createDatabase();
        database.flyway().load().migrate();
        database.execute("alter table background_executions set (autovacuum_enabled = false)");
    }

    @BeforeEach
    void connect() throws SQLException {
        database.execute("truncate background_executions");
        connection = TakeCall.prepared(database);
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private static void store(String organization, int upstream, int count, String due, boolean isReady) {
        database.execute("""
                insert into background_executions (execution_id, organization_id, action_id, action_type, user_id, upstream,
                    accepted_at, due_at, is_ready, request, request_bytes)
                select gen_random_uuid(), %s, gen_random_uuid(), 'webhook', 'u', ?, now(),
                    now() + cast(? as interval) + i * interval '1 millisecond', ?, '\\x00', 1
                from generate_series(1, ?) as i
                """.formatted(organization), (short) upstream, due, isReady, count);
    }

    /** Organizations that take turns. */
    private static String many() {
        return "cast(md5(cast(i %% %d as text)) as uuid)".formatted(ORGANIZATIONS);
    }

    private static String of(UUID organization) {
        return "cast('%s' as uuid)".formatted(organization);
    }

    @Test
    void shouldCostTheSameBesideWhatWaitsOfOthers() throws SQLException {
        store(many(), 1, WAITING / 2, "1 hour", false);
        store(many(), 2, WAITING / 2, "1 hour", false);
        database.execute("analyze background_executions");
        store(of(LAST), 1, 1, "-1 second", false);

        for (var plans : PLANS) {
            plan(plans);
            assertReady(1);
            assertTaken(Lane.FIRST, 1);
            assertTaken(Lane.FIRST, 0);
            connection.rollback();
        }
    }

    @Test
    void shouldCostTheSameBesideTheBacklogOfOne() throws SQLException {
        var backlog = new Lane(new UUID(0, 1), (short) 1);
        database.execute("analyze background_executions");
        store(of(backlog.organizationId()), 1, WAITING, "-1 hour", true);
        store(of(LAST), 1, 1, "-1 second", true);

        for (var plans : PLANS) {
            plan(plans);
            assertTaken(Lane.FIRST, 7);
            assertTaken(backlog.last(), 0);
            connection.rollback();
        }
    }

    @Test
    void shouldCostTheSameWhereManyAreDue() throws SQLException {
        store(many(), 1, 2 * ORGANIZATIONS, "-1 hour", false);

        for (var plans : PLANS) {
            plan(plans);
            assertReady(TakeStatement.BATCH);
            assertTaken(Lane.FIRST, ROOM.free());
            connection.rollback();
        }
    }

    private void plan(String plans) throws SQLException {
        connection.createStatement().execute("set plan_cache_mode = " + plans);
    }

    private void assertReady(int rows) throws SQLException {
        var pages = explained(TakeStatement.READY).path("pages").longValue();

        try (var ready = connection
                .createStatement()
                .executeQuery("select count(*) from background_executions where is_ready")) {
            ready.next();
            assertThat(ready.getInt(1)).isEqualTo(rows);
        }
        assertPages(pages, rows);
    }

    private void assertTaken(Lane behind, int rows) throws SQLException {
        var plan = explained(TakeCall.of(behind, ROOM));

        assertThat(plan.path("Actual Rows").intValue()).isEqualTo(rows);
        assertPages(plan.path("pages").longValue(), rows);
    }

    private static void assertPages(long pages, int rows) {
        assertThat(pages).as("pages for %d rows", rows).isLessThanOrEqualTo(MOST_PAGES * Math.max(1, rows));
    }

    private JsonNode explained(String statement) throws SQLException {
        try (var rows = connection
                .createStatement()
                .executeQuery("explain (analyze, buffers, timing off, format json) " + statement)) {
            rows.next();
            var plan = (ObjectNode) MAPPER.readTree(rows.getString(1)).path(0).path("Plan");
            return plan.put(
                    "pages",
                    plan.path("Shared Hit Blocks").longValue()
                            + plan.path("Shared Read Blocks").longValue());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
