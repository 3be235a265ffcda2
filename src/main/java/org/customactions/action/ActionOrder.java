package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customactions.api.ApiException;
import org.customactions.api.JsonFields;
import org.customactions.api.Uuids;
import org.customactions.identity.Caller;

/** A new order of actions: the listed ones take places 0, 1, 2…, all or none. */
record ActionOrder(List<UUID> ids) {

    private static final String PLACE = "display_order";
    private static final String IDS = "cast(string_to_array(:ids, ',') as uuid[])";

    /** In the order of the ids, so that two such statements cannot wait for each other. */
    private static final String LOCK = """
            select id, coalesce(display_order, 0) as place, created_at from custom_actions
            where organization_id = :organization and id = any(%s) and deleted_at is null
            order by id
            for update
            """.formatted(IDS);

    /** Moves only the actions that are not in their place yet. Their own versions stay: nothing in them changed. */
    private static final String MOVE = """
            moved as (
                update custom_actions
                set display_order = cast(wanted.number - 1 as integer)
                from unnest(%s) with ordinality as wanted (action_id, number)
                where organization_id = :organization and id = action_id
                    and display_order is distinct from wanted.number - 1
            ),
            """.formatted(IDS);

    /** The order of lists. */
    private static final Comparator<Listed> LISTED = Comparator.comparingLong(Listed::place)
            .thenComparing(Listed::createdAt, Comparator.reverseOrder())
            .thenComparing(listed -> listed.id().toString());

    /** An action where it is now. */
    private record Listed(UUID id, long place, Instant createdAt) {

        private static Listed of(Tuple row) {
            var createdAt = row.get("created_at", OffsetDateTime.class);
            return new Listed(
                    row.get("id", UUID.class),
                    ((Number) row.get("place")).longValue(),
                    createdAt == null ? Instant.EPOCH : createdAt.toInstant());
        }
    }

    /** @throws ApiException if the ids are not a list of 1 to 1,000 different UUIDs */
    static ActionOrder read(JsonFields fields) {
        fields.refuseUnknown(Set.of("ids"), Set.of());
        var list = fields.array("ids");
        fields.require("ids", list);
        var ids = new ArrayList<UUID>();
        list.ifPresent(elements -> readIds(fields, elements, ids));
        fields.throwIfInvalid();
        return new ActionOrder(ids);
    }

    private static void readIds(JsonFields fields, JsonNode elements, List<UUID> ids) {
        var size = elements.size();
        var most = ConfigQuota.MAX_ACTIONS;
        if (!fields.expect(size >= 1 && size <= most, "ids", "a list of 1 to %,d ids".formatted(most))) {
            return;
        }
        for (var element : elements) {
            Uuids.parse(element.textValue()).ifPresent(ids::add);
        }
        if (fields.expect(ids.size() == size, "ids", "a list of UUIDs") && new HashSet<>(ids).size() < size) {
            fields.complain("ids", "Ids must name each action once");
        }
    }

    /** Must run in a transaction. Fails with 404 if one of the actions does not exist. */
    Uni<Void> apply(Caller caller, Instant now) {
        var list = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        return locked(caller.organizationId(), list).chain(locked -> {
            if (locked.size() < ids.size()) {
                throw CustomAction.missing();
            }
            return isThere(locked)
                    ? Uni.createFrom().voidItem()
                    : ActionChange.note(caller, List.of(change(locked, now)), MOVE, Map.of("ids", list));
        });
    }

    private boolean isThere(List<Listed> actions) {
        var places = places();
        return actions.stream().allMatch(listed -> listed.place() == places.get(listed.id()));
    }

    private Map<UUID, Integer> places() {
        var places = new HashMap<UUID, Integer>();
        ids.forEach(id -> places.put(id, places.size()));
        return places;
    }

    /** Tells of the one that moved furthest: others only gave way to it. */
    private ActionChange change(List<Listed> actions, Instant now) {
        var before = actions.stream().sorted(LISTED).toList();
        var ranks = new HashMap<UUID, Integer>();
        before.forEach(listed -> ranks.put(listed.id(), ranks.size()));
        var places = places();
        var moved = before.stream()
                .max(Comparator.comparingInt(listed -> Math.abs(places.get(listed.id()) - ranks.get(listed.id()))))
                .orElseThrow();
        return new ActionChange(
                moved.id(),
                now,
                ChangeKind.REORDERED,
                List.of(PLACE),
                ReplacedValues.of(PLACE, moved.place(), places.get(moved.id())));
    }

    private static Uni<List<Listed>> locked(UUID organizationId, String ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Tuple.class)
                        .setParameter("organization", organizationId)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> rows.stream().map(Listed::of).toList());
    }
}
