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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.customactions.api.Paging;
import org.customactions.database.Database;
import org.customactions.database.Listing;
import org.customactions.directory.Contact;
import org.customactions.directory.ContactId;
import org.customactions.directory.ContactSource;
import org.customactions.http.AnswerBytes;
import org.customactions.identity.Caller;
import org.customactions.identity.Callers;
import org.customactions.kind.ActionKinds;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderThreads;
import org.customactions.template.Variables;
import org.customactions.terms.Terms;

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
    private final ContactSource contacts;
    private final ContactVariables variables;
    private final RenderThreads threads;

    ActionLists(
            Database database,
            ConfigSecrets secrets,
            ActionKinds kinds,
            AnswerBytes answers,
            ContactSource contacts,
            ContactVariables variables,
            RenderThreads threads) {
        this.database = database;
        this.secrets = secrets;
        this.kinds = kinds;
        this.answers = answers;
        this.contacts = contacts;
        this.variables = variables;
        this.threads = threads;
    }

    /**
     * Which actions, and for whom.
     *
     * @param standing of the caller; a manager reads configs, and everybody reads what is for one of their roles
     * @param contactId the contact that the actions are for
     */
    record Request(
            Caller caller,
            Callers.Standing standing,
            Optional<String> search,
            Optional<Boolean> isActive,
            Optional<ContactId> contactId,
            Optional<Paging> paging) {

        UUID organizationId() {
            return caller.organizationId();
        }

        boolean manager() {
            return standing.isManager();
        }

        /** Whether some are left out that only their terms can tell. */
        private boolean isNarrowed() {
            return !manager() || contactId.isPresent();
        }

        private Uni<Listing<ActionEntry>> entries(Optional<Variables> contact) {
            return isNarrowed()
                    ? ActionEntry.listIn(organizationId(), search, isActive, Optional.empty())
                            .map(all -> narrowed(all, contact))
                    : ActionEntry.listIn(organizationId(), search, isActive, paging);
        }

        private Listing<ActionEntry> narrowed(Listing<ActionEntry> all, Optional<Variables> contact) {
            var shown = all.rows().stream()
                    .filter(entry -> isShown(entry.terms(), contact))
                    .toList();
            var rows = paging.map(page -> shown.stream()
                            .skip(page.offset())
                            .limit(page.limit())
                            .toList())
                    .orElse(shown);
            return new Listing<>(rows, shown.size());
        }

        private boolean isShown(Terms terms, Optional<Variables> contact) {
            return (manager() || terms.isForRoles(standing.roles()))
                    && contact.map(variables -> terms.isForTags(tags(variables)))
                            .orElse(true);
        }

        private static Collection<?> tags(Variables variables) {
            return ((Map<?, ?>) variables.get("contact")).get("tags") instanceof Collection<?> tags ? tags : List.of();
        }

        /** All actions of an organization, as its managers read them. */
        static Request everything(Caller manager) {
            var standing = new Callers.Standing(true, List.of());
            return new Request(
                    manager, standing, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A list.
     *
     * @param tag changes with the list
     * @param list empty if the caller has it already
     */
    record Found<T>(EntityTag tag, Optional<T> list) {}

    /**
     * What was read from the database.
     *
     * @param contact what can be said of the contact, if the list is for one
     * @param configs as they are stored, by action; empty unless they are shown
     */
    private record Rows(Listing<ActionEntry> listing, Optional<Variables> contact, Map<UUID, String> configs) {

        /** About how long their terms are. */
        private long termBytes() {
            return ActionEntry.termBytes(listing.rows());
        }
    }

    /**
     * @param isKnown whether the caller has the list with a tag already
     * @param form what is made of the list
     */
    <T> Uni<Found<T>> read(Request request, Predicate<EntityTag> isKnown, Function<CustomActionList, T> form) {
        return read(request, isKnown, form, rows -> database.reading(request.organizationId(), rows));
    }

    /** The same for callers who count among the organization's reads already. */
    <T> Uni<Found<T>> readShared(Request request, Predicate<EntityTag> isKnown, Function<CustomActionList, T> form) {
        return read(request, isKnown, form, rows -> database.sharedInSession(request.organizationId(), rows));
    }

    private <T> Uni<Found<T>> read(
            Request request,
            Predicate<EntityTag> isKnown,
            Function<CustomActionList, T> form,
            Function<Supplier<Uni<Rows>>, Uni<Rows>> turn) {
        var context = Vertx.currentContext();
        var reserving = answers.reserving(request.organizationId());
        return contact(request)
                .chain(contact -> turn.apply(() -> rows(request, contact, isKnown, reserving)))
                .invoke(rows -> reserving.accept(rows.termBytes()))
                .chain(rows -> {
                    var tag = tag(request, rows);
                    return isKnown.test(tag)
                            ? Uni.createFrom().item(new Found<T>(tag, Optional.empty()))
                            : asking(request, rows)
                                    .chain(terms -> list(request, rows, terms, context, form))
                                    .map(list -> new Found<>(tag, Optional.of(list)));
                });
    }

    private Uni<Rows> rows(
            Request request, Optional<Contact> contact, Predicate<EntityTag> isKnown, LongConsumer reserving) {
        return variables(request, contact)
                .chain(known -> request.entries(known).map(listing -> new Rows(listing, known, Map.of())))
                .chain(rows -> !request.manager() || isKnown.test(tag(request, rows))
                        ? Uni.createFrom().item(rows)
                        : configs(request, rows.listing(), reserving)
                                .map(configs -> new Rows(rows.listing(), rows.contact(), configs)));
    }

    /** Before the list, because a chat platform may be asked, for which no connection waits. */
    private Uni<Optional<Contact>> contact(Request request) {
        return request.contactId()
                .map(id -> contacts.read(request.caller(), id).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Variables>> variables(Request request, Optional<Contact> contact) {
        return contact.map(found -> variables.of(request.caller(), found).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private EntityTag tag(Request request, Rows rows) {
        return ListTag.of(rows.listing(), request.paging(), rows.contact(), secrets.view(request.manager()));
    }

    /** The terms of each action, with questions filled in for the contact. */
    private Uni<Map<UUID, Terms>> asking(Request request, Rows rows) {
        var terms = new HashMap<UUID, Terms>();
        rows.listing().rows().forEach(entry -> terms.put(entry.id, entry.terms()));
        var questions = terms.entrySet().stream()
                .filter(entry -> entry.getValue().asks())
                .toList();
        if (rows.contact().isEmpty() || questions.isEmpty()) {
            return Uni.createFrom().item(terms);
        }
        var variables = rows.contact().get();
        var budget = RenderBudget.ofClick();
        return threads.fillIn(request.organizationId(), budget, questions.size() * Terms.MAX_QUESTION, () -> {
            var asked = new HashMap<>(terms);
            questions.forEach(
                    entry -> asked.put(entry.getKey(), entry.getValue().asking(variables, budget)));
            return asked;
        });
    }

    private Uni<Map<UUID, String>> configs(Request request, Listing<ActionEntry> listing, LongConsumer reserving) {
        var ids = listing.rows().stream().map(entry -> entry.id).toList();
        return ConfigQuota.bytesOf(request.organizationId(), ids)
                .invoke(reserving::accept)
                .chain(() -> ConfigQuota.textsOf(request.organizationId(), ids));
    }

    /** Configs can be megabytes, and a thread that serves other requests has no time to read and write them again. */
    private <T> Uni<T> list(
            Request request, Rows rows, Map<UUID, Terms> terms, Context context, Function<CustomActionList, T> form) {
        var work = Uni.createFrom()
                .item(() -> form.apply(CustomActionList.of(
                        request.manager() ? managed(rows, terms) : outlined(rows, terms),
                        rows.listing().total(),
                        request.paging())));
        return rows.configs().isEmpty()
                ? work
                : work.runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private List<CustomActionView> outlined(Rows rows, Map<UUID, Terms> terms) {
        return rows.listing().rows().stream()
                .map(entry -> view(entry, terms.get(entry.id)))
                .toList();
    }

    /** An action that was deleted meanwhile is left out. */
    private List<CustomActionView> managed(Rows rows, Map<UUID, Terms> terms) {
        return rows.listing().rows().stream()
                .filter(entry -> rows.configs().containsKey(entry.id))
                .map(entry ->
                        CustomActionView.of(entry, shown(entry, rows.configs().get(entry.id)), terms.get(entry.id)))
                .toList();
    }

    private JsonNode shown(ActionEntry entry, String config) {
        return JsonNodeFactory.instance.rawValueNode(
                new RawValue(secrets.shown(entry.withConfig(config)).toString()));
    }

    private CustomActionView view(ActionEntry entry, Terms terms) {
        var config = JsonNodeFactory.instance.objectNode();
        Optional.ofNullable(entry.openInNewTab)
                .ifPresent(flag -> config.put("open_in_new_tab", Boolean.parseBoolean(flag)));
        return CustomActionView.of(entry, outline(entry, config), terms);
    }

    /** A config as everybody may read it. */
    JsonNode outline(ActionRow action, JsonNode config) {
        return kinds.outline(action.actionType, config);
    }
}
