package org.customactions.background;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.customactions.background.Places.Room;
import org.customactions.support.TestDatabase;

/** Calls of the statement that takes what is ready, as text. */
final class TakeCall {

    private TakeCall() {}

    /** A connection on which {@link #of} works. */
    static Connection prepared(TestDatabase database) throws SQLException {
        var connection = database.connect();
        connection
                .createStatement()
                .execute(
                        "prepare take (uuid, smallint, uuid[], uuid[], smallint[], int[], int, int, int, float8, bigint) as "
                                + TakeStatement.TAKE);
        return connection;
    }

    static String of(Lane behind, Room room) {
        var lanes = List.copyOf(room.busy().keySet());
        return "execute take ('%s', %d::smallint, %s::uuid[], %s::uuid[], %s::smallint[], %s::int[], %d, %d, %d, 30, %d)"
                .formatted(
                        behind.organizationId(),
                        behind.upstream(),
                        array(room.full()),
                        array(lanes.stream().map(Lane::organizationId).toList()),
                        array(lanes.stream().map(Lane::upstream).toList()),
                        array(lanes.stream().map(room.busy()::get).toList()),
                        room.perOrganization(),
                        room.perUpstream(),
                        room.free(),
                        room.largeBytes());
    }

    private static String array(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'"));
    }
}
