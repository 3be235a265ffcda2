package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.database.Database;
import org.customactions.directory.ContactSource;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.SecretUse;
import org.customactions.secret.UnreadableSecretException;
import org.customactions.secret.organization.OrganizationSecrets;
import org.jboss.logging.Logger;

/** What an action is previewed or tried with. */
@ApplicationScoped
class TrialVariables {

    private static final Logger LOG = Logger.getLogger(TrialVariables.class);
    private static final String UNREADABLE =
            "The secrets that the config uses cannot be read at the moment; please tell your administrator";

    private final Database database;
    private final ContactSource contacts;
    private final ClickVariables clicks;
    private final OrganizationSecrets secrets;
    private final Clock clock;

    TrialVariables(
            Database database,
            ContactSource contacts,
            ClickVariables clicks,
            OrganizationSecrets secrets,
            Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.clicks = clicks;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * The input of an execution. Fails with 404 if there is no such contact, with 400 if a secret of the organization
     * is missing.
     *
     * @param action what templates call {@code action}
     */
    Uni<ExecutionInput> input(Caller caller, UUID executionId, Object action, ActionConfig config, PreviewInput given) {
        var variables = given.contactId()
                .map(id -> contacts.read(caller, id)
                        .chain(contact -> database.inSession(() -> clicks.of(caller, contact))))
                .orElseGet(() -> database.inSession(() -> clicks.ofSample(caller)));
        return variables
                .map(known -> new ExecutionInput(
                        executionId,
                        caller.organizationId(),
                        known.withNamed(ActionVariables.click(
                                action, executionId, clock.instant(), given.inputs(), given.context()))))
                .chain(input -> withSecrets(config, input));
    }

    private Uni<ExecutionInput> withSecrets(ActionConfig config, ExecutionInput input) {
        var uses = config.secretUses();
        var names = SecretUse.names(uses);
        if (names.isEmpty()) {
            return Uni.createFrom().item(input);
        }
        return secrets.read(input.organizationId(), names)
                .onFailure(UnreadableSecretException.class)
                .transform(e -> {
                    LOG.error(e.getMessage());
                    return ApiException.invalid("config", UNREADABLE);
                })
                .map(values -> {
                    names.removeAll(values.keySet());
                    if (!names.isEmpty()) {
                        throw ApiException.invalid(SecretUse.complaints(uses, names));
                    }
                    return input.withSecrets(values);
                });
    }
}
