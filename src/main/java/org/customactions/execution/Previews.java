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
import org.customactions.directory.Contact;
import org.customactions.directory.Organization;
import org.customactions.directory.User;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.PlainData;
import org.customactions.template.SampleVariables;
import org.customactions.template.Variables;

/** Shows what an action would do. Nothing leaves the service and nothing is stored. */
@ApplicationScoped
class Previews {

    private final Database database;
    private final OrganizationLimiter limiter;
    private final ActionKinds kinds;
    private final Clock clock;

    Previews(Database database, OrganizationLimiter limiter, ActionKinds kinds, Clock clock) {
        this.database = database;
        this.limiter = limiter;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** Takes a place of the organization as an execution does, because a script runs, after a check of its syntax. */
    Uni<JsonNode> preview(Caller caller, JsonFields fields) {
        return limiter.limited(
                caller.organizationId(),
                () -> PreviewInput.read(caller.organizationId(), fields, kinds)
                        .chain(preview -> unlimited(caller, preview)));
    }

    private Uni<JsonNode> unlimited(Caller caller, PreviewInput preview) {
        return kinds.checked(caller.organizationId(), preview.config())
                .chain(config -> database.inSession(() -> variables(caller, preview.contactId()))
                        .chain(variables -> kinds.preview(config, input(caller, variables)))
                        .chain(shown -> kinds.warnings(caller.organizationId(), config)
                                .map(warnings -> withWarnings(shown, warnings))));
    }

    private ExecutionInput input(Caller caller, Variables variables) {
        var executionId = UUID.randomUUID();
        var action = SampleVariables.forPreview().get("action");
        return new ExecutionInput(
                executionId,
                caller.organizationId(),
                variables.withNamed(ActionVariables.click(action, executionId, clock.instant())));
    }

    private static JsonNode withWarnings(JsonNode shown, List<FieldError> warnings) {
        if (shown instanceof ObjectNode object && !warnings.isEmpty()) {
            object.set("warnings", PlainData.toJson(warnings));
        }
        return shown;
    }

    private static Uni<Variables> variables(Caller caller, Optional<UUID> contactId) {
        return contact(caller, contactId)
                .chain(contact -> User.findIn(caller.organizationId(), caller.userId())
                        .chain(user -> Organization.<Organization>findById(caller.organizationId())
                                .map(organization -> CallerDetails.of(user, Optional.ofNullable(organization))))
                        .map(details -> ActionVariables.of(caller, contact, details)));
    }

    private static Uni<Object> contact(Caller caller, Optional<UUID> contactId) {
        return contactId
                .map(id -> Contact.findIn(caller.organizationId(), id)
                        .map(found -> found.orElseThrow(() -> ApiException.notFound("Contact")))
                        .map(contact -> (Object) ActionVariables.contact(contact)))
                .orElseGet(
                        () -> Uni.createFrom().item(SampleVariables.forPreview().get("contact")));
    }
}
