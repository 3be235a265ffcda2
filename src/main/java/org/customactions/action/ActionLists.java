package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.customactions.api.Paging;
import org.customactions.database.Database;
import org.customactions.database.Listing;
import org.customactions.http.AnswerBytes;
import org.customactions.kind.ActionKinds;

/**
 * Reads lists of actions. Configs are read for managers only, when they do not have the list yet and their organization
 * may have that many bytes under way.
 */
@ApplicationScoped
class ActionLists {

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

        private <E extends ActionRow> Uni<Listing<E>> read(Class<E> rows) {
            return ActionEntry.listIn(rows, organizationId, search, isActive, paging);
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

    /** @param isKnown whether the caller has the list with a tag already */
    Uni<Found> read(Request request, Predicate<EntityTag> isKnown) {
        return database.reading(
                request.organizationId(),
                () -> request.read(ActionEntry.class).chain(listing -> {
                    var tag = ListTag.of(listing, request.paging(), secrets.view(request.manager()));
                    return isKnown.test(tag)
                            ? Uni.createFrom().item(new Found(tag, Optional.empty(), request.manager()))
                            : list(request, listing).map(list -> new Found(tag, Optional.of(list), request.manager()));
                }));
    }

    private Uni<CustomActionList> list(Request request, Listing<ActionEntry> listing) {
        return views(request, listing).map(views -> CustomActionList.of(views, listing.total(), request.paging()));
    }

    private Uni<List<CustomActionView>> views(Request request, Listing<ActionEntry> listing) {
        if (!request.manager() || listing.rows().isEmpty()) {
            return Uni.createFrom().item(listing.rows().stream().map(this::view).toList());
        }
        var ids = listing.rows().stream().map(entry -> entry.id).toList();
        return ConfigQuota.bytesOf(request.organizationId(), ids)
                .invoke(bytes -> answers.reserve(request.organizationId(), bytes))
                .chain(() -> request.read(CustomAction.class))
                .map(actions -> actions.rows().stream()
                        .map(action -> CustomActionView.of(action, secrets.shown(action)))
                        .toList());
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
