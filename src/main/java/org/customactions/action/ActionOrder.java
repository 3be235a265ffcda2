package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final String IDS = "cast(string_to_array(:ids, ',') as uuid[])";

    /** In the order of the ids, so that two such statements cannot wait for each other. */
    private static final String LOCK = """
            select id from custom_actions
            where organization_id = :organization and id = any(%s) and deleted_at is null
            order by id
            for update
            """.formatted(IDS);

    /** Moves only the actions that are not in their place yet. */
    private static final String MOVE = """
            changed as (
                update custom_actions
                set display_order = cast(wanted.number - 1 as integer), updated_at = %s
                from unnest(%s) with ordinality as wanted (action_id, number)
                where organization_id = :organization and id = action_id and display_order is distinct from wanted.number - 1
                returning id, updated_at as at)
            """.formatted(CustomAction.TOUCHED, IDS);

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
        return locked(caller.organizationId(), list)
                .invoke(locked -> {
                    if (locked < ids.size()) {
                        throw CustomAction.missing();
                    }
                })
                .chain(() -> new ActionChange(caller, ChangeKind.REORDERED, List.of("display_order"))
                        .make(MOVE, Map.of("ids", list, "now", now)))
                .replaceWithVoid();
    }

    private static Uni<Integer> locked(UUID organizationId, String ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, UUID.class)
                        .setParameter("organization", organizationId)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(List::size);
    }
}
