package org.customactions.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customactions.background.Places.Room;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is taken, by the database itself. */
class TakeStatementTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private static TestDatabase database;

    private Connection connection;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.createDatabase();
        database.flyway().load().migrate();
    }

    @BeforeEach
    void connect() throws SQLException {
        database.execute("truncate background_executions");
        connection = TakeCall.prepared(database);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private static void due(UUID organization, int upstream, int count, String when) {
        database.execute(
                "insert into background_executions (execution_id, organization_id, action_id, action_type, user_id, upstream,"
                        + " accepted_at, due_at, request, request_bytes) select gen_random_uuid(), ?, gen_random_uuid(),"
                        + " 'webhook', 'u', ?, now(), now() + cast(? as interval) + i * interval '1 millisecond', '\\x00', 1"
                        + " from generate_series(1, ?) as i",
                organization,
                (short) upstream,
                when,
                count);
        becomeReady();
    }

    private static void becomeReady() {
        while (database.execute(TakeStatement.READY) == TakeStatement.BATCH) {
            continue;
        }
    }

    private static Room room(int free, List<UUID> full, Map<Lane, Integer> busy) {
        return new Room(free, 8, 6, full, busy, 1_000_000);
    }

    private static Room empty() {
        return room(256, List.of(), Map.of());
    }

    /** How many were taken of each lane. */
    private static Map<Lane, Long> taken(Connection connection, Lane behind, Room room) throws SQLException {
        var lanes = new ArrayList<Lane>();
        try (var rows = connection.createStatement().executeQuery(TakeCall.of(behind, room))) {
            while (rows.next()) {
                lanes.add(new Lane(rows.getObject("organization_id", UUID.class), rows.getShort("upstream")));
                assertThat(rows.getInt("takes"))
                        .isEqualTo(rows.getInt("attempts"))
                        .isPositive();
            }
        }
        return lanes.stream().collect(Collectors.groupingBy(lane -> lane, Collectors.counting()));
    }

    private Map<Lane, Long> taken(Room room) throws SQLException {
        return taken(connection, Lane.FIRST, room);
    }

    private static Lane lane(UUID organization, int upstream) {
        return new Lane(organization, (short) upstream);
    }

    @Test
    void shouldTakeOfEachOrganizationHoweverMuchAnotherHas() throws SQLException {
        due(ONE, 1, 10_000, "-1 hour");
        due(OTHER, 1, 1, "-1 second");

        assertThat(taken(empty())).isEqualTo(Map.of(lane(ONE, 1), 6L, lane(OTHER, 1), 1L));
    }

    @Test
    void shouldTakeNothingThatIsNotDueAndNothingTwice() throws SQLException {
        due(ONE, 1, 3, "1 minute");
        due(ONE, 2, 2, "-1 second");

        assertThat(taken(empty())).isEqualTo(Map.of(lane(ONE, 2), 2L));
        assertThat(taken(empty())).isEmpty();
    }

    @Test
    void shouldTakeAgainWhatWasLeftBehind() throws SQLException {
        due(ONE, 1, 1, "-1 second");
        taken(empty());
        database.execute("update background_executions set due_at = now() - interval '1 millisecond'");
        assertThat(taken(empty())).isEmpty();
        becomeReady();

        assertThat(taken(empty())).isEqualTo(Map.of(lane(ONE, 1), 1L));
        assertThat(database.queryValue(Integer.class, "select takes from background_executions"))
                .isEqualTo(2);
    }

    @Test
    void shouldCountWhatIsUnderWayAlready() throws SQLException {
        due(ONE, 1, 10, "-1 hour");
        due(ONE, 2, 10, "-1 second");

        assertThat(taken(room(256, List.of(), Map.of(lane(ONE, 1), 6)))).isEqualTo(Map.of(lane(ONE, 2), 2L));
        assertThat(taken(room(256, List.of(ONE), Map.of(lane(ONE, 1), 6, lane(ONE, 2), 2))))
                .isEmpty();
    }

    /** The lane that has least under way comes first, however long the others wait. */
    @Test
    void shouldServeEachUpstreamOfAnOrganization() throws SQLException {
        due(ONE, 1, 10, "-1 hour");
        due(ONE, 2, 10, "-1 hour");
        due(ONE, 3, 1, "-1 second");

        assertThat(taken(room(256, List.of(), Map.of(lane(ONE, 1), 4, lane(ONE, 2), 3))))
                .isEqualTo(Map.of(lane(ONE, 3), 1L));
    }

    @Test
    void shouldTakeNoMoreThanThereAreFreePlaces() throws SQLException {
        due(ONE, 1, 10, "-1 hour");
        due(OTHER, 1, 10, "-1 hour");

        assertThat(taken(room(3, List.of(), Map.of())).values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void shouldTakeLargeRequestsAsFarAsThereIsRoom() throws SQLException {
        due(ONE, 1, 3, "-1 hour");
        database.execute("update background_executions set request_bytes = 400000");
        due(OTHER, 1, 3, "-1 second");

        assertThat(taken(empty())).isEqualTo(Map.of(lane(ONE, 1), 2L, lane(OTHER, 1), 3L));
    }

    @Test
    void shouldBeginBehindALane() throws SQLException {
        due(ONE, 1, 1, "-1 hour");
        due(OTHER, 1, 1, "-1 hour");

        assertThat(taken(connection, lane(ONE, 1).last(), empty())).isEqualTo(Map.of(lane(OTHER, 1), 1L));
    }

    @Test
    void shouldLeaveWhatAnotherReplicaIsJustTaking() throws SQLException {
        due(ONE, 1, 8, "-1 hour");
        try (var another = TakeCall.prepared(database)) {
            another.setAutoCommit(false);
            assertThat(taken(another, Lane.FIRST, empty())).isEqualTo(Map.of(lane(ONE, 1), 6L));

            assertThat(taken(empty())).isEqualTo(Map.of(lane(ONE, 1), 2L));
            another.rollback();
        }
        assertThat(taken(empty())).isEqualTo(Map.of(lane(ONE, 1), 6L));
    }
}
