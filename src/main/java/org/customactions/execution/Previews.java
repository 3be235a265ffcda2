package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.database.Database;
import org.customactions.directory.ContactId;
import org.customactions.directory.ContactSource;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.PlainData;
import org.customactions.kind.SecretUse;
import org.customactions.secret.SecretsConfiguration;
import org.customactions.secret.UnreadableSecretException;
import org.customactions.secret.organization.OrganizationSecrets;
import org.customactions.template.SampleVariables;
import org.customactions.template.Variables;
import org.jboss.logging.Logger;

/** Shows what an action would do. Nothing leaves the service and nothing is stored. */
@ApplicationScoped
class Previews {

    private static final Logger LOG = Logger.getLogger(Previews.class);
    private static final String UNREADABLE =
            "The secrets that the config uses cannot be read at the moment; please tell your administrator";

    private final Database database;
    private final ContactSource contacts;
    private final OrganizationLimiter limiter;
    private final ActionKinds kinds;
    private final OrganizationSecrets secrets;
    private final ClickVariables clicks;
    private final Clock clock;
    private final boolean areSecretsWriteOnly;

    Previews(
            Database database,
            ContactSource contacts,
            OrganizationLimiter limiter,
            ActionKinds kinds,
            OrganizationSecrets secrets,
            ClickVariables clicks,
            Clock clock,
            SecretsConfiguration configuration) {
        this.database = database;
        this.contacts = contacts;
        this.limiter = limiter;
        this.kinds = kinds;
        this.secrets = secrets;
        this.clicks = clicks;
        this.clock = clock;
        this.areSecretsWriteOnly = configuration.writeOnly();
    }

    /** Takes a place of the organization as an execution does, because a script runs, after a check of its syntax. */
    Uni<JsonNode> preview(Caller caller, JsonFields fields) {
        return limiter.limited(
                caller.organizationId(),
                () -> PreviewInput.read(caller.organizationId(), fields, kinds, contacts, areSecretsWriteOnly)
                        .chain(preview -> unlimited(caller, preview)));
    }

    private Uni<JsonNode> unlimited(Caller caller, PreviewInput preview) {
        return kinds.checked(caller.organizationId(), preview.config())
                .chain(config -> variables(caller, preview.contactId())
                        .chain(variables -> withSecrets(config, input(caller, preview, variables)))
                        .chain(input -> kinds.preview(config, input))
                        .chain(shown -> kinds.warnings(caller.organizationId(), config, preview.knownInputs())
                                .map(warnings -> withWarnings(shown, warnings))));
    }

    /** Fails with 400 if a secret is missing. */
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

    private ExecutionInput input(Caller caller, PreviewInput preview, Variables variables) {
        var executionId = UUID.randomUUID();
        var action = SampleVariables.forPreview().get("action");
        return new ExecutionInput(
                executionId,
                caller.organizationId(),
                variables.withNamed(ActionVariables.click(
                        action, executionId, clock.instant(), preview.inputs(), preview.context())));
    }

    private static JsonNode withWarnings(JsonNode shown, List<FieldError> warnings) {
        if (shown instanceof ObjectNode object && !warnings.isEmpty()) {
            object.set("warnings", PlainData.toJson(warnings));
        }
        return shown;
    }

    private Uni<Variables> variables(Caller caller, Optional<ContactId> contactId) {
        return contactId
                .map(id -> contacts.read(caller, id)
                        .chain(contact -> database.inSession(() -> clicks.of(caller, contact))))
                .orElseGet(() -> database.inSession(() -> clicks.ofSample(caller)));
    }
}
