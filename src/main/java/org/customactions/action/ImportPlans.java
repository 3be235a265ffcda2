package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.customactions.action.ImportDocument.Element;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionType;
import org.customactions.template.RenderThreads;

/** Holds each action of a document against the rules and against what is stored under its name. */
@ApplicationScoped
class ImportPlans {

    private final ActionKinds kinds;
    private final ConfigSecrets secrets;
    private final RenderThreads threads;

    ImportPlans(ActionKinds kinds, ConfigSecrets secrets, RenderThreads threads) {
        this.kinds = kinds;
        this.secrets = secrets;
        this.threads = threads;
    }

    /**
     * An action of the document on its way.
     *
     * @param readable the stored config, decrypted as far as possible; a missing node if there is none
     */
    private record Held(
            UUID organizationId,
            Element element,
            Optional<CustomAction> stored,
            JsonNode readable,
            List<FieldError> warnings) {

        private Optional<ActionType> type() {
            return element.input().actionType().or(() -> stored.map(action -> action.actionType));
        }

        private boolean isRetyped() {
            return stored.filter(action -> !action.actionType.equals(type().orElse(null)))
                    .isPresent();
        }
    }

    /** What becomes of it; if it is empty, the document has complaints. */
    Uni<Optional<PlannedAction>> of(UUID organizationId, Element element, Optional<CustomAction> stored) {
        return threads.aside(organizationId, () -> held(organizationId, element, stored))
                .chain(held -> held.element().input().config().isPresent()
                                && held.type().isPresent()
                        ? config(held)
                        : planned(held, Optional.empty()));
    }

    private Held held(UUID organizationId, Element element, Optional<CustomAction> stored) {
        var fields = element.fields();
        var readable = stored.map(secrets::readable).orElseGet(MissingNode::getInstance);
        var held = new Held(organizationId, element, stored, readable, new ArrayList<>());
        if (stored.isEmpty()) {
            element.input().requireForCreation(fields);
        } else if (held.isRetyped() && element.input().config().isEmpty()) {
            fields.complain("config", "Config is required when the action type changes");
        }
        fields.value(ActionContent.CONFIG)
                .filter(JsonNode::isObject)
                .ifPresent(config -> leaveOutMasks(held, (ObjectNode) config));
        return held;
    }

    /** Those with nothing stored that they could stand for. */
    private void leaveOutMasks(Held held, ObjectNode config) {
        kinds.leaveOutSecrets(
                config,
                secrets.masksWithout(config, held.readable()),
                name -> held.warnings()
                        .add(new FieldError(
                                "%s.config.%s".formatted(held.element().path(), name),
                                "%s has no %s now: the document has only a mask for it; set it before you use the action"
                                        .formatted(held.element().name(), name))));
    }

    private Uni<Optional<PlannedAction>> config(Held held) {
        var fields = held.element().fields();
        var given = held.element().input().config().orElseThrow();
        return kinds.read(held.organizationId(), held.type().orElseThrow(), given)
                .chain(config -> fields.isInvalid()
                        ? Uni.createFrom().item(Optional.<PlannedAction>empty())
                        : kinds.checked(held.organizationId(), config)
                                .chain(accepted -> planned(held, Optional.of(accepted))))
                .onFailure(ApiException.class)
                .recoverWithItem(refusal -> complained(held, (ApiException) refusal));
    }

    private Uni<Optional<PlannedAction>> planned(Held held, Optional<ActionConfig> config) {
        Supplier<Optional<PlannedAction>> work = () -> held.element().fields().isInvalid()
                ? Optional.empty()
                : Optional.of(plan(held, config))
                        .filter(plan -> !held.element().fields().isInvalid());
        return threads.aside(held.organizationId(), work)
                .onFailure(ApiException.class)
                .recoverWithItem(refusal -> complained(held, (ApiException) refusal));
    }

    /** Other complaints may follow. */
    private static Optional<PlannedAction> complained(Held held, ApiException refusal) {
        if (refusal.errors().isEmpty()) {
            throw refusal;
        }
        refusal.errors().forEach(error -> held.element().fields().complain(error.field(), error.message()));
        return Optional.empty();
    }

    private PlannedAction plan(Held held, Optional<ActionConfig> config) {
        var fields = held.element().fields();
        var input = held.element().input();
        var action = held.stored().orElseGet(() -> fresh(held));
        var stored = action.config;
        var before = held.stored()
                .map(was -> new PlannedAction.Before(was.updatedAt, ConfigQuota.bytesOf(was.config), was.terms));
        var content = held.stored().map(was -> ActionContent.of(was, held.readable()));
        input.icon().ifPresent(icon -> action.icon = icon);
        input.isActive().ifPresent(active -> action.isActive = active);
        input.displayOrder().ifPresent(order -> action.displayOrder = order);
        StoredTerms.set(action, action.terms().changedBy(fields));
        action.actionType = config.map(ActionConfig::type).orElse(action.actionType);
        var kept = config.map(
                given -> given.keepingSecretsOf(held.readable(), input.config().orElseThrow()));
        var next = kept.map(given -> secrets.keepingUnreadable(given.toJson(), held.readable()))
                .orElse(held.readable());
        if (config.isPresent()) {
            action.config = secrets.stored(action, held.readable(), next);
            ConfigQuota.requireSize(action.config, stored);
        }
        var after = ActionContent.of(action, next);
        return new PlannedAction(
                held.element().path(),
                action,
                before,
                action.config.toString(),
                content.map(after::differencesFrom).orElseGet(List::of),
                content.map(was -> ReplacedValues.of(was, after, secrets)).orElse(ReplacedValues.NONE),
                kept.map(given -> new PlannedAction.Config(given.secretUses(), secrets.hasUnreadable(next))),
                input.displayOrder().isPresent(),
                held.warnings());
    }

    private static CustomAction fresh(Held held) {
        var action = new CustomAction();
        action.id = UUID.randomUUID();
        action.organizationId = held.organizationId();
        action.createdAt = Instant.EPOCH;
        action.updatedAt = Instant.EPOCH;
        action.name = held.element().name();
        action.icon = "";
        action.isActive = true;
        action.config = MissingNode.getInstance();
        return action;
    }
}
