package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customactions.api.ApiException;
import org.customactions.api.JsonFields;
import org.customactions.api.Uuids;

/** A new order of actions: those named take places 0, 1, 2…, all or none. */
record ActionOrder(List<UUID> ids) {

    /** @throws ApiException when the ids are not a list of different UUIDs, 1 to 1,000 of them */
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
        if (elements.isEmpty() || elements.size() > CustomAction.MAX_PER_ORGANIZATION) {
            fields.complain("ids", "Ids must be 1 to %,d".formatted(CustomAction.MAX_PER_ORGANIZATION));
            return;
        }
        for (var element : elements) {
            Uuids.parse(element.textValue()).ifPresent(ids::add);
        }
        if (ids.size() < elements.size()) {
            fields.complain("ids", "Ids must be a list of UUIDs");
        } else if (new HashSet<>(ids).size() < ids.size()) {
            fields.complain("ids", "Ids must name each action once");
        }
    }

    /** Must run in a transaction. Fails with 404 when one of the actions is not there. */
    Uni<Void> apply(UUID organizationId, Instant now) {
        return CustomAction.lockAllIn(organizationId, ids)
                .invoke(actions -> {
                    if (actions.size() < ids.size()) {
                        throw ApiException.notFound("Custom action");
                    }
                    var byId = actions.stream().collect(Collectors.toMap(action -> action.id, Function.identity()));
                    for (int place = 0; place < ids.size(); place++) {
                        place(byId.get(ids.get(place)), place, now);
                    }
                })
                .replaceWithVoid();
    }

    private static void place(CustomAction action, int place, Instant now) {
        if (action.displayOrder != place) {
            action.displayOrder = place;
            action.touch(now);
        }
    }
}
