package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.async.CallersContext;
import org.customactions.database.Database;
import org.customactions.http.AnswerBytes;

/** Writes the actions of an organization as a document that can be imported. */
@ApplicationScoped
class ActionExport {

    private final Database database;
    private final ConfigSecrets secrets;
    private final AnswerBytes answers;

    ActionExport(Database database, ConfigSecrets secrets, AnswerBytes answers) {
        this.database = database;
        this.secrets = secrets;
        this.answers = answers;
    }

    /** @param configs as they are stored, by action */
    private record Rows(List<ActionEntry> entries, Map<UUID, String> configs) {}

    /** To be called while the request is the current one. */
    Uni<ActionDocument> of(UUID organizationId) {
        var here = CallersContext.here();
        var reserving = answers.reserving(organizationId);
        return database.reading(
                        organizationId,
                        () -> ActionEntry.listIn(organizationId, Optional.empty(), Optional.empty(), Optional.empty())
                                .chain(listing -> {
                                    var ids = listing.rows().stream()
                                            .map(entry -> entry.id)
                                            .toList();
                                    return ConfigQuota.bytesOf(organizationId, ids)
                                            .invoke(bytes ->
                                                    reserving.accept(bytes + ActionEntry.termBytes(listing.rows())))
                                            .chain(() -> ConfigQuota.textsOf(organizationId, ids))
                                            .map(configs -> new Rows(listing.rows(), configs));
                                }))
                .chain(rows -> Uni.createFrom()
                        .item(() -> document(rows))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .emitOn(here));
    }

    /** An action that was deleted meanwhile is left out. */
    private ActionDocument document(Rows rows) {
        return ActionDocument.of(rows.entries().stream()
                .filter(entry -> rows.configs().containsKey(entry.id))
                .map(entry -> written(entry, entry.withConfig(rows.configs().get(entry.id))))
                .toList());
    }

    private JsonNode written(ActionEntry entry, CustomAction action) {
        var config = action.config.isObject() ? secrets.exported(action) : JsonNodeFactory.instance.objectNode();
        var content = new ActionContent(
                        entry.name,
                        entry.icon,
                        entry.actionType,
                        config,
                        entry.isActive,
                        entry.displayOrder,
                        entry.terms().toJson())
                .toJson(config);
        return JsonNodeFactory.instance.rawValueNode(new RawValue(content.toString()));
    }
}
