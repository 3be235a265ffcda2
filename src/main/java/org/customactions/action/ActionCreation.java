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
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.api.Timestamps;
import org.customactions.database.Database;
import org.customactions.idempotency.IdempotencyKey;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.terms.Terms;

/** Creates actions: what must hold between reading a request and storing a row. */
@ApplicationScoped
class ActionCreation {

    private final Database database;
    private final ActionKinds kinds;
    private final ConfigSecrets secrets;
    private final UsedSecrets usedSecrets;
    private final KeptCreations kept;
    private final Clock clock;

    ActionCreation(
            Database database,
            ActionKinds kinds,
            ConfigSecrets secrets,
            UsedSecrets usedSecrets,
            KeptCreations kept,
            Clock clock) {
        this.database = database;
        this.kinds = kinds;
        this.secrets = secrets;
        this.usedSecrets = usedSecrets;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * A new action that has passed the rules.
     *
     * @param warnings what will probably not do what its author meant
     */
    private record Accepted(CustomActionInput input, ActionConfig config, Terms terms, List<FieldError> warnings) {}

    /** Creates an action as a client wrote it, with a key only once. */
    Uni<CustomActionView> create(Caller caller, JsonNode body, Optional<IdempotencyKey> key) {
        return accepted(caller.organizationId(), JsonFields.of(body))
                .chain(accepted -> database.inTransaction(() -> key.map(
                                given -> kept.once(caller, given, body, () -> stored(caller, accepted)))
                        .orElseGet(() -> stored(caller, accepted))));
    }

    private Uni<Accepted> accepted(UUID organizationId, JsonFields fields) {
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
                .chain(config -> kinds.warnings(organizationId, config, terms.knownInputs())
                        .map(warnings -> new Accepted(
                                input,
                                config,
                                terms,
                                Stream.concat(warnings.stream(), terms.warnings().stream())
                                        .toList())));
    }

    private Uni<CustomActionView> stored(Caller caller, Accepted accepted) {
        var action = newAction(caller.organizationId(), accepted);
        return ConfigQuota.lock(action.organizationId)
                .chain(() -> ConfigQuota.requirePlaceFor(action))
                .invoke(last -> action.displayOrder =
                        accepted.input().displayOrder().map(Integer::longValue).orElse(last))
                .chain(() -> action.<CustomAction>persist())
                .call(() -> StoredTerms.store(action, null))
                .call(() -> usedSecrets.use(action, accepted.config(), false))
                .call(() -> ActionChange.note(caller, List.of(ActionChange.of(action, ChangeKind.CREATED))))
                .map(stored ->
                        CustomActionView.of(stored, secrets.shown(stored)).with(accepted.warnings()));
    }

    private CustomAction newAction(UUID organizationId, Accepted accepted) {
        var input = accepted.input();
        var action = new CustomAction();
        action.id = UUID.randomUUID();
        action.createdAt = Timestamps.now(clock);
        action.updatedAt = action.createdAt;
        action.organizationId = organizationId;
        action.name = input.name().orElseThrow();
        action.icon = input.icon().orElse("");
        action.actionType = accepted.config().type();
        action.config = secrets.stored(
                action, MissingNode.getInstance(), accepted.config().toJson());
        ConfigQuota.requireSize(action.config, MissingNode.getInstance());
        action.isActive = input.isActive().orElse(true);
        StoredTerms.set(action, accepted.terms());
        return action;
    }
}
