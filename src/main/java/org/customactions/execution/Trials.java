package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customactions.action.ConfigSecrets;
import org.customactions.action.CustomAction;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.database.Database;
import org.customactions.directory.ContactSource;
import org.customactions.identity.Caller;
import org.customactions.kind.Acceptance;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionResult;
import org.customactions.kind.PlainData;
import org.customactions.template.SampleVariables;

/** Runs what managers try out: once, for real, whether it is saved and active or not. */
@ApplicationScoped
class Trials {

    private final Database database;
    private final ContactSource contacts;
    private final OrganizationLimiter limiter;
    private final ActionKinds kinds;
    private final ConfigSecrets secrets;
    private final ConfigReading reading;
    private final TrialVariables variables;
    private final ExecutionRecords records;
    private final Runs runs;
    private final ObjectMapper mapper;

    Trials(
            Database database,
            ContactSource contacts,
            OrganizationLimiter limiter,
            ActionKinds kinds,
            ConfigSecrets secrets,
            ConfigReading reading,
            TrialVariables variables,
            ExecutionRecords records,
            Runs runs,
            ObjectMapper mapper) {
        this.database = database;
        this.contacts = contacts;
        this.limiter = limiter;
        this.kinds = kinds;
        this.secrets = secrets;
        this.reading = reading;
        this.variables = variables;
        this.records = records;
        this.runs = runs;
        this.mapper = mapper;
    }

    /**
     * What an agent would get, with what was sent and answered. Fails with 400 if the config is not in order, with 404
     * if there is no such contact or action; then nothing runs and no row stays.
     */
    Uni<JsonNode> run(Caller caller, JsonFields fields) {
        return limiter.limited(caller.organizationId(), () -> {
            var input = PreviewInput.ofTrial(fields, contacts);
            return saved(caller, input).chain(saved -> run(caller, input, saved));
        });
    }

    private Uni<JsonNode> run(Caller caller, PreviewInput input, Optional<CustomAction> saved) {
        var warnings = new ArrayList<FieldError>();
        var known =
                saved.map(action -> secrets.withStored(input.config(), action)).orElse(input.config());
        var given = kinds.withoutMasks(input.type(), known, warnings::add);
        var trial = Trial.of(caller, input, saved);
        return reading.whole(caller.organizationId(), input.type(), given)
                .chain(config -> kinds.warnings(caller.organizationId(), config, input.knownInputs())
                        .invoke(warnings::addAll)
                        .chain(told -> run(trial, config, input, warnings)));
    }

    private Uni<JsonNode> run(Trial trial, ActionConfig config, PreviewInput given, List<FieldError> warnings) {
        var caller = trial.click().caller();
        var action = trial.saved()
                .<Object>map(saved -> Map.of("id", saved.id.toString(), "name", saved.name))
                .orElseGet(() -> SampleVariables.forPreview().get("action"));
        return variables
                .input(caller, trial.executionId(), action, config, given)
                .chain(input -> records.beginTrial(trial)
                        .chain(begun -> runs.run(
                                new Run(trial.click(), trial.type()),
                                () -> runs.inTime(
                                        config,
                                        kinds.execute(config, input.keepingExchanges(success -> true))
                                                .map(Acceptance::ended)),
                                (result, answer) -> shown(answer, result, warnings))));
    }

    /** The action that is tried again; fails with 404 if the organization has none of this id. */
    private Uni<Optional<CustomAction>> saved(Caller caller, PreviewInput input) {
        return input.actionId()
                .map(id -> database.inSession(() -> CustomAction.findIn(caller.organizationId(), id))
                        .map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private JsonNode shown(ExecutionView answer, ActionResult result, List<FieldError> warnings) {
        var data = mapper.<ObjectNode>valueToTree(answer);
        result.exchange().ifPresent(exchange -> data.set("exchange", exchange));
        if (!warnings.isEmpty()) {
            data.set("warnings", PlainData.toJson(warnings));
        }
        return data;
    }
}
