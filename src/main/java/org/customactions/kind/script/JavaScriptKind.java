package org.customactions.kind.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionKind;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ActionType;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.LinkConfiguration;
import org.customactions.kind.Outcome;
import org.customactions.kind.PlainData;
import org.customactions.kind.ResultPreview;
import org.customactions.script.SandboxBusy;
import org.customactions.script.ScriptConfiguration;
import org.customactions.script.ScriptOutcome;
import org.customactions.script.ScriptRun;
import org.customactions.script.ScriptSandbox;
import org.customactions.template.KnownInputs;
import org.customactions.text.Region;
import org.customactions.url.UrlForms;

/** Runs a script whose returned object steers the UI. */
@ApplicationScoped
class JavaScriptKind implements ActionKind<JavaScriptConfig> {

    private static final String OFF = "JavaScript actions are turned off on this server";

    private final ScriptSandbox sandbox;
    private final ScriptConfiguration configuration;
    private final UrlForms links;

    JavaScriptKind(ScriptSandbox sandbox, ScriptConfiguration configuration, LinkConfiguration linkConfiguration) {
        this.sandbox = sandbox;
        this.configuration = configuration;
        this.links = UrlForms.ofLinks(linkConfiguration.schemes());
    }

    @Override
    public ActionType type() {
        return ActionType.JAVASCRIPT;
    }

    @Override
    public Class<JavaScriptConfig> configType() {
        return JavaScriptConfig.class;
    }

    @Override
    public JavaScriptConfig read(JsonFields fields) {
        return JavaScriptConfig.read(fields);
    }

    /** Refuses a script with a syntax error when it is saved, not when an agent clicks. */
    @Override
    public Uni<List<FieldError>> check(UUID organizationId, JavaScriptConfig config) {
        if (!configuration.enabled()) {
            return Uni.createFrom().item(List.of(new FieldError("action_type", OFF)));
        }
        return sandbox.check(organizationId, config.code())
                .map(found -> found
                        .map(error -> new FieldError(
                                "config.code",
                                "Code is not valid JavaScript: %s (line %d, column %d)"
                                        .formatted(error.message(), error.line(), error.column())))
                        .stream()
                        .toList());
    }

    @Override
    public Uni<ActionResult> execute(JavaScriptConfig config, ExecutionInput input) {
        if (!configuration.enabled()) {
            return Uni.createFrom().item(ActionResult.failure(Outcome.of("script_disabled"), OFF));
        }
        var context = PlainData.toJson(input.variables());
        return run(config, input, context).map(run -> ScriptResult.of(config, context, run.outcome(), links));
    }

    private Uni<ScriptRun> run(JavaScriptConfig config, ExecutionInput input, JsonNode context) {
        var region = Region.of(input.variables().get("context"));
        return sandbox.run(input.organizationId(), config.code(), globals(input, context), region);
    }

    /** What a script knows by name. What the page handed over is its {@code context}, with the others in it. */
    private static ObjectNode globals(ExecutionInput input, JsonNode context) {
        var globals = JsonNodeFactory.instance.objectNode().<ObjectNode>setAll((ObjectNode) context);
        for (var name : List.of("input", "action", "context")) {
            globals.set(name, PlainData.toJson(input.variables().get(name)));
        }
        return globals;
    }

    /** A script cannot reach anything outside, so a preview runs it. */
    @Override
    public Uni<JsonNode> preview(JavaScriptConfig config, ExecutionInput input, Optional<JsonNode> sampleAnswer) {
        if (!configuration.enabled()) {
            return execute(config, input).map(ResultPreview::of);
        }
        var context = PlainData.toJson(input.variables());
        return run(config, input, context)
                .invoke(run -> requireRun(run.outcome()))
                .map(run -> ResultPreview.of(ScriptResult.of(config, context, run.outcome(), links))
                        .put("duration_ms", run.took().toMillis()));
    }

    private static void requireRun(ScriptOutcome outcome) {
        if (outcome instanceof ScriptOutcome.NotRun notRun) {
            throw SandboxBusy.of("The code could not be tried", notRun.reason(), notRun.ofOwn());
        }
    }

    @Override
    public List<FieldError> warnings(JavaScriptConfig config, KnownInputs inputs) {
        return ScriptWarnings.of(config.code()).stream()
                .map(sentence -> new FieldError("config.code", sentence))
                .toList();
    }

    /** A script may wait for its turn before it runs. */
    @Override
    public Duration longestRun() {
        return configuration.maxWait().plus(configuration.timeout());
    }
}
