package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.api.Timestamps;
import org.customactions.database.Database;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionType;
import org.customactions.kind.SecretUse;
import org.customactions.log.KnownActions;
import org.customactions.secret.organization.OrganizationSecrets;
import org.customactions.terms.Terms;

/** Creates and changes actions: what must hold between reading a request and writing a row. */
@ApplicationScoped
class CustomActions implements KnownActions {

    private final Database database;
    private final ActionKinds kinds;
    private final ConfigSecrets secrets;
    private final OrganizationSecrets organizationSecrets;
    private final Clock clock;

    CustomActions(
            Database database,
            ActionKinds kinds,
            ConfigSecrets secrets,
            OrganizationSecrets organizationSecrets,
            Clock clock) {
        this.database = database;
        this.kinds = kinds;
        this.secrets = secrets;
        this.organizationSecrets = organizationSecrets;
        this.clock = clock;
    }

    Uni<SavedAction> create(Caller caller, JsonFields fields) {
        var organizationId = caller.organizationId();
        var input = CustomActionInput.read(fields);
        input.requireForCreation(fields);
        var terms = Terms.NONE.changedBy(fields);
        if (input.actionType().isEmpty() || input.config().isEmpty()) {
            fields.throwIfInvalid();
        }
        var given = input.config().orElseThrow();
        return kinds.read(organizationId, input.actionType().orElseThrow(), given)
                .map(config -> config.keepingSecretsOf(MissingNode.getInstance(), given))
                .invoke(fields::throwIfInvalid)
                .chain(config -> kinds.checked(organizationId, config))
                .chain(accepted -> database.inTransaction(() -> newAction(organizationId, input, accepted, terms)
                                .persistWithinLimit(input.displayOrder())
                                .call(action -> StoredTerms.store(action, null))
                                .call(action -> use(action, accepted, false))
                                .call(action -> new ActionChange(caller, ChangeKind.CREATED, List.of()).note(action)))
                        .chain(action -> warned(action, accepted)));
    }

    Uni<SavedAction> update(Caller caller, UUID id, JsonFields fields) {
        var input = CustomActionInput.read(fields);
        // Before the row is looked for: what is wrong with them does not depend on it.
        var sent = Terms.NONE.changedBy(fields);
        if (input.config().isEmpty()) {
            fields.throwIfInvalid();
            return apply(caller, id, input, Optional.empty(), fields)
                    .chain(action -> orphans(action, fields)
                            .map(orphans -> new SavedAction(
                                    action,
                                    Stream.concat(orphans.stream(), sent.warnings().stream())
                                            .toList())));
        }
        var given = input.config().get();
        return typeOf(caller.organizationId(), id, input)
                .chain(type -> kinds.read(caller.organizationId(), type, given))
                .invoke(fields::throwIfInvalid)
                .chain(config -> kinds.checked(caller.organizationId(), config))
                .chain(accepted -> apply(caller, id, input, Optional.of(accepted), fields)
                        .chain(action -> warned(action, accepted)));
    }

    private Uni<SavedAction> warned(CustomAction action, ActionConfig config) {
        return kinds.warnings(action.organizationId, config, action.terms().knownInputs())
                .map(warnings -> new SavedAction(
                        action,
                        Stream.concat(warnings.stream(), action.terms().warnings().stream())
                                .toList()));
    }

    /** What the stored config still reads of inputs that were just changed. */
    private Uni<List<FieldError>> orphans(CustomAction action, JsonFields fields) {
        if (fields.array("inputs").isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.createFrom()
                .item(() -> kinds.ofStored(action.actionType, secrets.readable(action)))
                .chain(config -> kinds.warnings(
                        action.organizationId, config, action.terms().knownInputs()))
                .map(warnings -> warnings.stream()
                        .filter(warning -> warning.message().startsWith("input."))
                        .toList())
                // A row of another program may have a shape that nobody can judge.
                .onFailure(ApiException.class)
                .recoverWithItem(List.of());
    }

    /** Puts actions in order; fails with 404 when one of them is not there. */
    Uni<Void> order(Caller caller, ActionOrder order) {
        return database.inTransaction(() -> order.apply(caller, Timestamps.now(clock)));
    }

    /** Fails with 404 when there is none. */
    Uni<Void> delete(Caller caller, UUID id) {
        return database.inSession(() -> CustomAction.deleteIn(caller, id, Timestamps.now(clock)));
    }

    @Override
    public Uni<Void> require(UUID organizationId, UUID actionId) {
        return CustomAction.requireEverIn(organizationId, actionId);
    }

    private Uni<ActionType> typeOf(UUID organizationId, UUID id, CustomActionInput input) {
        return input.actionType()
                .map(type -> Uni.createFrom().item(type))
                .orElseGet(() -> database.inSession(() -> CustomAction.findIn(organizationId, id))
                        .map(action -> action.actionType));
    }

    /** The row is held while the change is made, so that concurrent changes of other fields are not undone. */
    private Uni<CustomAction> apply(
            Caller caller, UUID id, CustomActionInput input, Optional<ActionConfig> config, JsonFields fields) {
        return database.inTransaction(() -> CustomAction.lockIn(caller.organizationId(), id)
                .call(action -> {
                    var before = action.config;
                    var termsBefore = action.terms;
                    var change = change(action, input, config, fields);
                    return change.config()
                            .map(kept -> use(action, kept, change.hasUnreadable()))
                            .orElseGet(() -> Uni.createFrom().voidItem())
                            .chain(() -> change.fields().isEmpty()
                                    ? Uni.createFrom().voidItem()
                                    : room(action, before, config)
                                            .chain(() -> change.hasTerms()
                                                    ? StoredTerms.store(action, termsBefore)
                                                    : Uni.createFrom().voidItem())
                                            .chain(() -> new ActionChange(caller, ChangeKind.UPDATED, change.fields())
                                                    .note(action)));
                }));
    }

    /**
     * Fails with 400 if a secret that the action uses is missing. Those that it uses stay until the transaction ends.
     */
    private Uni<Void> use(CustomAction action, ActionConfig config, boolean more) {
        var uses = config.secretUses();
        return organizationSecrets
                .use(action.organizationId, action.id, SecretUse.names(uses), more)
                .invoke(missing -> {
                    if (!missing.isEmpty()) {
                        throw ApiException.invalid(SecretUse.complaints(uses, missing));
                    }
                })
                .replaceWithVoid();
    }

    /**
     * What an update changed.
     *
     * @param fields names of the fields that changed
     * @param config the config with what was kept of the one before; empty if none was sent
     * @param hasUnreadable whether something was kept that cannot be read
     */
    private record Change(List<String> fields, Optional<ActionConfig> config, boolean hasUnreadable) {

        boolean hasTerms() {
            return Terms.FIELDS.stream().anyMatch(fields::contains);
        }
    }

    private static Uni<Void> room(CustomAction action, JsonNode before, Optional<ActionConfig> config) {
        if (config.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ConfigQuota.requireSize(action.config, before);
        return ConfigQuota.bytesOf(action.config) <= ConfigQuota.bytesOf(before)
                ? Uni.createFrom().voidItem()
                : ConfigQuota.lock(action.organizationId).chain(() -> ConfigQuota.requireRoomFor(action));
    }

    /** A change of nothing leaves the time of the last one alone. */
    private Change change(
            CustomAction action, CustomActionInput input, Optional<ActionConfig> config, JsonFields fields) {
        requireType(input.actionType().orElse(action.actionType), action, config);
        var stored = secrets.readable(action);
        var before = ActionContent.of(action, stored);
        input.name().ifPresent(name -> action.name = name);
        input.icon().ifPresent(icon -> action.icon = icon);
        input.isActive().ifPresent(active -> action.isActive = active);
        input.displayOrder().ifPresent(order -> action.displayOrder = order);
        StoredTerms.set(action, action.terms().changedBy(fields));
        config.ifPresent(given -> action.actionType = given.type());
        var kept = config.map(
                given -> given.keepingSecretsOf(stored, input.config().orElseThrow()));
        var next = kept.map(given -> secrets.keepingUnreadable(given.toJson(), stored))
                .orElse(stored);
        fields.throwIfInvalid();
        action.config = secrets.stored(action, stored, next);
        var changed = ActionContent.of(action, next).differencesFrom(before);
        if (!changed.isEmpty()) {
            action.touch(Timestamps.now(clock));
        }
        return new Change(changed, kept, secrets.hasUnreadable(next));
    }

    private static void requireType(ActionType wanted, CustomAction action, Optional<ActionConfig> config) {
        if (config.isEmpty() && wanted != action.actionType) {
            throw ApiException.invalid("config", "Config is required when the action type changes");
        }
        if (config.isPresent() && config.get().type() != wanted) {
            throw ApiException.of(
                    ErrorType.CONFLICT, "The action's type was changed at the same time; read it and try again");
        }
    }

    private CustomAction newAction(UUID organizationId, CustomActionInput input, ActionConfig config, Terms terms) {
        var action = new CustomAction();
        action.id = UUID.randomUUID();
        action.createdAt = Timestamps.now(clock);
        action.updatedAt = action.createdAt;
        action.organizationId = organizationId;
        action.name = input.name().orElseThrow();
        action.icon = input.icon().orElse("");
        action.actionType = config.type();
        action.config = secrets.stored(action, MissingNode.getInstance(), config.toJson());
        ConfigQuota.requireSize(action.config, MissingNode.getInstance());
        action.isActive = input.isActive().orElse(true);
        StoredTerms.set(action, terms);
        return action;
    }
}
