package org.customactions.action;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.SecretUse;
import org.customactions.secret.organization.OrganizationSecrets;

/** Holds actions and the secrets of their organization together. It works in transactions of its callers. */
@ApplicationScoped
class UsedSecrets {

    /** More help nobody. */
    private static final int MOST_COMPLAINTS = 100;

    private final OrganizationSecrets secrets;

    UsedSecrets(OrganizationSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Fails with 400 if a secret that an action uses is missing. Those that it uses stay until the transaction ends.
     *
     * @param more whether it may use others besides, which cannot be read at the moment
     */
    Uni<Void> use(CustomAction action, ActionConfig config, boolean more) {
        var uses = config.secretUses();
        return secrets.use(action.organizationId, action.id, SecretUse.names(uses), more)
                .invoke(missing -> {
                    if (!missing.isEmpty()) {
                        throw ApiException.invalid(SecretUse.complaints(uses, missing));
                    }
                })
                .replaceWithVoid();
    }

    /** As {@link #use(CustomAction, ActionConfig, boolean)}, for what an import makes of its actions. */
    Uni<Void> use(UUID organizationId, List<PlannedAction> actions) {
        var configured =
                actions.stream().filter(planned -> planned.config().isPresent()).toList();
        return secrets.useAll(
                        organizationId,
                        configured.stream().map(UsedSecrets::uses).toList())
                .invoke(missing -> {
                    if (!missing.isEmpty()) {
                        throw ApiException.invalid(complaints(configured, missing));
                    }
                })
                .replaceWithVoid();
    }

    private static OrganizationSecrets.Uses uses(PlannedAction planned) {
        var config = planned.config().orElseThrow();
        return new OrganizationSecrets.Uses(
                planned.action().id, SecretUse.names(config.uses()), config.hasUnreadable());
    }

    private static List<FieldError> complaints(List<PlannedAction> actions, Set<String> missing) {
        return actions.stream()
                .flatMap(planned -> SecretUse.complaints(
                                planned.config().orElseThrow().uses(), missing)
                        .stream()
                        .map(error -> new FieldError(planned.path() + "." + error.field(), error.message())))
                .limit(MOST_COMPLAINTS)
                .toList();
    }

    /** Warns of those that an action used before it was deleted and that are gone; keeps the others. */
    Uni<List<FieldError>> missing(CustomAction action) {
        return secrets.missing(action.organizationId, action.id)
                .map(names -> names.stream()
                        .sorted()
                        .map(name -> new FieldError(
                                ActionContent.CONFIG, "There is no secret %s any more; add it again".formatted(name)))
                        .toList());
    }
}
