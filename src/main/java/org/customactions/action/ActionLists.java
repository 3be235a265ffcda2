package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.customactions.api.Paging;
import org.customactions.database.Database;
import org.customactions.database.JsonColumn;
import org.customactions.database.Listing;
import org.customactions.http.AnswerBytes;
import org.customactions.kind.ActionKinds;
import org.jboss.logging.Logger;

/**
 * Reads lists of actions. Configs are read for managers only, when they do not have the list yet and their organization
 * may have that many bytes under way.
 */
@ApplicationScoped
class ActionLists {

    private static final Logger LOG = Logger.getLogger(ActionLists.class);
    private static final JsonColumn JSON = new JsonColumn();

    private final Database database;
    private final ConfigSecrets secrets;
    private final ActionKinds kinds;
    private final AnswerBytes answers;

    ActionLists(Database database, ConfigSecrets secrets, ActionKinds kinds, AnswerBytes answers) {
        this.database = database;
        this.secrets = secrets;
        this.kinds = kinds;
        this.answers = answers;
    }

    /**
     * Which actions, and for whom.
     *
     * @param manager whether the caller reads configs
     */
    record Request(
            UUID organizationId,
            boolean manager,
            Optional<String> search,
            Optional<Boolean> isActive,
            Optional<Paging> paging) {

        private Uni<Listing<ActionEntry>> entries() {
            return ActionEntry.listIn(organizationId, search, isActive, paging);
        }

        /** All actions of an organization, as its managers read them. */
        static Request everything(UUID organizationId) {
            return new Request(organizationId, true, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A list.
     *
     * @param tag changes with the list
     * @param list empty if the caller has it already
     * @param hasSecrets whether nothing but the caller may keep it
     */
    record Found(EntityTag tag, Optional<CustomActionList> list, boolean hasSecrets) {}

    /**
     * What was read from the database.
     *
     * @param configs as they are stored, by action; empty unless they are shown
     */
    private record Rows(Listing<ActionEntry> listing, Map<UUID, String> configs) {}

    /** @param isKnown whether the caller has the list with a tag already */
    Uni<Found> read(Request request, Predicate<EntityTag> isKnown) {
        var context = Vertx.currentContext();
        var reserving = answers.reserving(request.organizationId());
        return database.reading(
                        request.organizationId(),
                        () -> request.entries().chain(listing -> {
                            var isRead = !request.manager() || isKnown.test(tag(request, listing));
                            return isRead
                                    ? Uni.createFrom().item(new Rows(listing, Map.of()))
                                    : configs(request, listing, reserving).map(configs -> new Rows(listing, configs));
                        }))
                .chain(rows -> {
                    var tag = tag(request, rows.listing());
                    return isKnown.test(tag)
                            ? Uni.createFrom().item(new Found(tag, Optional.empty(), request.manager()))
                            : list(request, rows, context)
                                    .map(list -> new Found(tag, Optional.of(list), request.manager()));
                });
    }

    private EntityTag tag(Request request, Listing<ActionEntry> listing) {
        return ListTag.of(listing, request.paging(), secrets.view(request.manager()));
    }

    private Uni<Map<UUID, String>> configs(Request request, Listing<ActionEntry> listing, LongConsumer reserving) {
        var ids = listing.rows().stream().map(entry -> entry.id).toList();
        return ConfigQuota.bytesOf(request.organizationId(), ids)
                .invoke(reserving::accept)
                .chain(() -> ConfigQuota.textsOf(request.organizationId(), ids));
    }

    /** Configs can be megabytes, and a thread that serves other requests has no time to read and write them again. */
    private Uni<CustomActionList> list(Request request, Rows rows, Context context) {
        var work = Uni.createFrom()
                .item(() -> CustomActionList.of(
                        request.manager() ? managed(rows) : outlined(rows),
                        rows.listing().total(),
                        request.paging()));
        return rows.configs().isEmpty()
                ? work
                : work.runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private List<CustomActionView> outlined(Rows rows) {
        return rows.listing().rows().stream().map(this::view).toList();
    }

    /** An action that was deleted meanwhile is left out. */
    private List<CustomActionView> managed(Rows rows) {
        return rows.listing().rows().stream()
                .filter(entry -> rows.configs().containsKey(entry.id))
                .map(entry ->
                        CustomActionView.of(entry, shown(entry, rows.configs().get(entry.id))))
                .toList();
    }

    private JsonNode shown(ActionEntry entry, String config) {
        var action = new CustomAction();
        action.id = entry.id;
        action.organizationId = entry.organizationId;
        action.config = read(entry, config);
        return JsonNodeFactory.instance.rawValueNode(
                new RawValue(secrets.shown(action).toString()));
    }

    /** One config that cannot be read must not take the list from everybody. */
    private static JsonNode read(ActionEntry entry, String config) {
        try {
            return JSON.convertToEntityAttribute(config);
        } catch (IllegalStateException e) {
            LOG.warnf("The config of the action %s cannot be read and is shown as empty", entry.id);
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private CustomActionView view(ActionEntry entry) {
        var config = JsonNodeFactory.instance.objectNode();
        Optional.ofNullable(entry.openInNewTab)
                .ifPresent(flag -> config.put("open_in_new_tab", Boolean.parseBoolean(flag)));
        return CustomActionView.of(entry, outline(entry, config));
    }

    /** A config as everybody may read it. */
    JsonNode outline(ActionRow action, JsonNode config) {
        return kinds.outline(action.actionType, config);
    }
}
