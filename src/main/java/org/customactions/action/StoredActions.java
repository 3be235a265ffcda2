package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.database.Database;
import org.customactions.kind.ActionKinds;

/**
 * Reads stored actions by the rules for new ones. Another program may have written them, or an older version that
 * allowed more; they are listed all the same, and executing them may fail.
 */
@ApplicationScoped
class StoredActions {

    private static final int BATCH = 100;

    private static final String OF_OTHER_TYPES = """
            select id, organization_id, coalesce(name, '') as name
            from custom_actions
            where deleted_at is null and (action_type is null
                or not action_type = any(string_to_array(cast(:types as text), ',')))
            order by id
            limit 1000
            """;

    private final Database database;
    private final ActionKinds kinds;
    private final ConfigSecrets secrets;

    StoredActions(Database database, ActionKinds kinds, ConfigSecrets secrets) {
        this.database = database;
        this.kinds = kinds;
        this.secrets = secrets;
    }

    /** What has to be corrected in an action. */
    record Complaint(UUID organizationId, UUID id, String name, FieldError error) {}

    /** The complaints about all actions that are not deleted. */
    Multi<Complaint> complaints() {
        var last = new AtomicReference<Optional<UUID>>(Optional.empty());
        var known = Multi.createBy()
                .repeating()
                .uni(() -> database.inSession(() -> CustomAction.readAfter(last.get(), BATCH)))
                .whilst(batch -> {
                    last.set(batch.isEmpty() ? Optional.empty() : Optional.of(batch.get(batch.size() - 1).id));
                    return !batch.isEmpty();
                })
                .onItem()
                .<CustomAction>disjoint()
                .filter(action -> action.deletedAt == null)
                .onItem()
                .transformToMultiAndConcatenate(this::complaintsAbout);
        return Multi.createBy().concatenating().streams(ofOtherTypes(), known);
    }

    private Multi<Complaint> complaintsAbout(CustomAction action) {
        var fields = fields(action);
        return Uni.createFrom()
                .deferred(() -> {
                    var input = CustomActionInput.read(fields);
                    input.requireForCreation(fields);
                    return input.config()
                            .map(config -> kinds.read(action.organizationId, action.actionType, config)
                                    .invoke(fields::throwIfInvalid)
                                    .chain(read -> kinds.checked(action.organizationId, read)))
                            .orElseGet(() -> {
                                fields.throwIfInvalid();
                                return Uni.createFrom().nullItem();
                            });
                })
                .map(accepted -> List.<FieldError>of())
                .onFailure(ApiException.class)
                .recoverWithItem(refusal -> errors((ApiException) refusal))
                .onItem()
                .<FieldError>disjoint()
                .map(error -> new Complaint(action.organizationId, action.id, action.name, error));
    }

    /** As a client would send it. */
    private JsonFields fields(CustomAction action) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("name", action.name)
                .put("icon", action.icon)
                .put("action_type", action.actionType.wireName())
                .put("is_active", action.isActive)
                .put("display_order", action.displayOrder);
        body.set("config", config(action));
        return JsonFields.of(body);
    }

    private JsonNode config(CustomAction action) {
        return action.config.isObject() ? secrets.shown(action) : action.config;
    }

    private static List<FieldError> errors(ApiException refusal) {
        return refusal.errors().isEmpty() ? List.of(new FieldError("config", refusal.getMessage())) : refusal.errors();
    }

    private Multi<Complaint> ofOtherTypes() {
        return database.inSession(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(OF_OTHER_TYPES, Tuple.class)
                                .setParameter("types", ActionRow.TYPE_NAMES)
                                .getResultList()))
                .onItem()
                .<Tuple>disjoint()
                .map(row -> new Complaint(
                        row.get("organization_id", UUID.class),
                        row.get("id", UUID.class),
                        row.get("name", String.class),
                        new FieldError("action_type", "Action type must be webhook, url or javascript")));
    }
}
