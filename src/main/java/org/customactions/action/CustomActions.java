package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.customactions.api.IfMatch;
import org.customactions.api.JsonFields;
import org.customactions.api.Timestamps;
import org.customactions.database.Database;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionType;
import org.customactions.log.KnownActions;
import org.customactions.terms.Terms;

/** Changes, deletes and restores actions: what must hold between reading a request and writing a row. */
@ApplicationScoped
class CustomActions implements KnownActions {

    private final Database database;
    private final ActionKinds kinds;
    private final ConfigSecrets secrets;
    private final UsedSecrets usedSecrets;
    private final Clock clock;

    CustomActions(Database database, ActionKinds kinds, ConfigSecrets secrets, UsedSecrets usedSecrets, Clock clock) {
        this.database = database;
        this.kinds = kinds;
        this.secrets = secrets;
        this.usedSecrets = usedSecrets;
        this.clock = clock;
    }

    /** @param condition what the client relies on; fails with 412 if the action has changed since */
    Uni<SavedAction> update(Caller caller, UUID id, JsonFields fields, Optional<IfMatch> condition) {
        var input = CustomActionInput.read(fields);
        // Before the row is looked for: what is wrong with them does not depend on it.
        var sent = Terms.NONE.changedBy(fields);
        if (input.config().isEmpty()) {
            fields.throwIfInvalid();
            return apply(caller, id, input, Optional.empty(), fields, condition)
                    .chain(action -> orphans(action, fields)
                            .map(orphans -> new SavedAction(
                                    action,
                                    Stream.concat(orphans.stream(), sent.warnings().stream())
                                            .toList())));
        }
        var given = input.config().get();
        return typeOf(caller.organizationId(), id, input, condition)
                .chain(type -> kinds.read(caller.organizationId(), type, given))
                .invoke(fields::throwIfInvalid)
                .chain(config -> kinds.checked(caller.organizationId(), config))
                .chain(accepted -> apply(caller, id, input, Optional.of(accepted), fields, condition)
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

    /** Fails with 404 when there is none, with 412 when it has changed since the client read it. */
    Uni<Void> delete(Caller caller, UUID id, Optional<IfMatch> condition) {
        return condition.isEmpty()
                ? database.inSession(() -> CustomAction.deleteIn(caller, id, Timestamps.now(clock)))
                : database.inTransaction(() -> CustomAction.lockIn(caller.organizationId(), id)
                        .invoke(action -> require(condition, action))
                        .chain(() -> CustomAction.deleteIn(caller, id, Timestamps.now(clock))));
    }

    /** Takes a deletion back. Fails with 404 when there is nothing to take back, with 409 when there is no room. */
    Uni<SavedAction> restore(Caller caller, UUID id) {
        var organizationId = caller.organizationId();
        return database.inTransaction(() -> ConfigQuota.lock(organizationId)
                .chain(() -> CustomAction.lockDeletedIn(organizationId, id))
                .call(ConfigQuota::requirePlaceAgainFor)
                .call(StoredTerms::requireRoomFor)
                .invoke(action -> {
                    action.deletedAt = null;
                    action.touch(Timestamps.now(clock));
                })
                .call(action -> ActionChange.note(caller, List.of(ActionChange.of(action, ChangeKind.RESTORED))))
                .chain(action -> usedSecrets.missing(action).map(warnings -> new SavedAction(action, warnings))));
    }

    private void require(Optional<IfMatch> condition, CustomAction action) {
        condition.ifPresent(relied -> {
            var tag = ActionTag.of(action.id, action.updatedAt, secrets.view(true));
            if (!relied.isMetBy(tag)) {
                throw ApiException.outdated(
                        "The action has changed since you read it; look at it as it is now and try again",
                        new ApiException.Current(
                                CustomActionView.of(action, secrets.shown(action)), "\"" + tag.getValue() + "\""));
            }
        });
    }

    @Override
    public Uni<Void> require(UUID organizationId, UUID actionId) {
        return CustomAction.requireEverIn(organizationId, actionId);
    }

    private Uni<ActionType> typeOf(UUID organizationId, UUID id, CustomActionInput input, Optional<IfMatch> condition) {
        return input.actionType()
                .map(type -> Uni.createFrom().item(type))
                .orElseGet(() -> database.inSession(() -> CustomAction.findIn(organizationId, id))
                        // If its type has changed since, what was sent cannot fit.
                        .invoke(action -> require(condition, action))
                        .map(action -> action.actionType));
    }

    /** The row is held while the change is made, so that concurrent changes of other fields are not undone. */
    private Uni<CustomAction> apply(
            Caller caller,
            UUID id,
            CustomActionInput input,
            Optional<ActionConfig> config,
            JsonFields fields,
            Optional<IfMatch> condition) {
        return database.inTransaction(() -> CustomAction.lockIn(caller.organizationId(), id)
                .invoke(action -> require(condition, action))
                .call(action -> {
                    var before = action.config;
                    var termsBefore = action.terms;
                    var change = change(action, input, config, fields);
                    return change.config()
                            .map(kept -> usedSecrets.use(action, kept, change.hasUnreadable()))
                            .orElseGet(() -> Uni.createFrom().voidItem())
                            .chain(() -> change.fields().isEmpty()
                                    ? Uni.createFrom().voidItem()
                                    : room(action, before, config)
                                            .chain(() -> change.hasTerms()
                                                    ? StoredTerms.store(action, termsBefore)
                                                    : Uni.createFrom().voidItem())
                                            .chain(() -> ActionChange.note(
                                                    caller,
                                                    List.of(new ActionChange(
                                                            action.id,
                                                            action.updatedAt,
                                                            ChangeKind.UPDATED,
                                                            change.fields(),
                                                            change.values())))));
                }));
    }

    /**
     * What an update changed.
     *
     * @param fields names of the fields that changed
     * @param values what they were and are
     * @param config the config with what was kept of the one before; empty if none was sent
     * @param hasUnreadable whether something was kept that cannot be read
     */
    private record Change(List<String> fields, String values, Optional<ActionConfig> config, boolean hasUnreadable) {

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
        var after = ActionContent.of(action, next);
        var changed = after.differencesFrom(before);
        if (!changed.isEmpty()) {
            action.touch(Timestamps.now(clock));
        }
        return new Change(changed, ReplacedValues.of(before, after, secrets), kept, secrets.hasUnreadable(next));
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
}
