package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.directory.ContactSource;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.PlainData;
import org.customactions.secret.SecretsConfiguration;
import org.customactions.template.SampleVariables;

/** Shows what an action would do. Nothing leaves the service and nothing is stored. */
@ApplicationScoped
class Previews {

    private static final String WARNINGS = "warnings";

    private final ContactSource contacts;
    private final OrganizationLimiter limiter;
    private final ActionKinds kinds;
    private final ConfigReading reading;
    private final TrialVariables variables;
    private final boolean areSecretsWriteOnly;

    Previews(
            ContactSource contacts,
            OrganizationLimiter limiter,
            ActionKinds kinds,
            ConfigReading reading,
            TrialVariables variables,
            SecretsConfiguration configuration) {
        this.contacts = contacts;
        this.limiter = limiter;
        this.kinds = kinds;
        this.reading = reading;
        this.variables = variables;
        this.areSecretsWriteOnly = configuration.writeOnly();
    }

    /** Takes a place of the organization as an execution does, because a script runs, after a check of its syntax. */
    Uni<JsonNode> preview(Caller caller, JsonFields fields) {
        return limiter.limited(caller.organizationId(), () -> {
            var preview = PreviewInput.ofPreview(fields, contacts);
            return reading.parts(caller.organizationId(), preview.type(), preview.config())
                    .chain(parts -> shown(caller, preview, parts));
        });
    }

    private Uni<JsonNode> shown(Caller caller, PreviewInput preview, ConfigReading.Parts parts) {
        var action = SampleVariables.forPreview().get("action");
        return variables
                .input(caller, UUID.randomUUID(), action, parts.config(), preview)
                .chain(input -> kinds.preview(parts.config(), input, preview.response()))
                .chain(shown -> kinds.warnings(caller.organizationId(), parts.config(), preview.knownInputs())
                        .map(warnings -> {
                            var more = new ArrayList<>(masks(preview));
                            more.addAll(warnings);
                            return withWarnings(shown, parts.problems(), more);
                        }));
    }

    /** A mask is shown as it is; what would be sent for it is not known here. */
    private List<FieldError> masks(PreviewInput preview) {
        var told = new ArrayList<FieldError>();
        if (!areSecretsWriteOnly) {
            kinds.withoutMasks(preview.type(), preview.config(), told::add);
        }
        return told;
    }

    /** What is wrong with a part counts more than that it could not be filled in. */
    private static JsonNode withWarnings(JsonNode shown, List<FieldError> problems, List<FieldError> more) {
        if (!(shown instanceof ObjectNode object)) {
            return shown;
        }
        var all = (ArrayNode) PlainData.toJson(problems);
        all.forEach(problem -> ((ObjectNode) problem).put("is_error", true));
        var told = problems.stream().map(FieldError::field).toList();
        object.path(WARNINGS).forEach(warning -> {
            if (!told.contains(warning.path("field").asText())) {
                all.add(warning);
            }
        });
        all.addAll((ArrayNode) PlainData.toJson(more));
        object.remove(WARNINGS);
        return all.isEmpty() ? shown : object.set(WARNINGS, all);
    }
}
