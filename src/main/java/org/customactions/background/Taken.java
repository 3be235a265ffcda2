package org.customactions.background;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.customactions.kind.ActionType;

/**
 * A waiting execution whose turn it is on this replica.
 *
 * @param lane where it waited
 * @param take tells this taking from an earlier or a later one, of which only the last one counts
 * @param attempt how many attempts that makes
 * @param failures how many of its round have failed before
 * @param request encrypted
 */
record Taken(
        UUID executionId,
        UUID actionId,
        ActionType type,
        Lane lane,
        int take,
        int attempt,
        int failures,
        byte[] request) {

    static Taken of(Row row) {
        return new Taken(
                row.getUUID("execution_id"),
                row.getUUID("action_id"),
                ActionType.ofWireName(row.getString("action_type")).orElseThrow(),
                new Lane(row.getUUID("organization_id"), row.getShort("upstream")),
                row.getInteger("takes"),
                row.getInteger("attempts"),
                row.getInteger("failures"),
                row.getBuffer("request").getBytes());
    }

    UUID organizationId() {
        return lane.organizationId();
    }

    /** Without the request. */
    @Override
    public String toString() {
        return "Taken[%s, attempt %d]".formatted(executionId, attempt);
    }
}
