package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.customactions.action.JavaScriptConfig;
import org.customactions.script.ScriptOutcome;
import org.customactions.script.ScriptSandbox;
import org.customactions.template.UrlException;
import org.customactions.template.Urls;

/** Runs a script whose returned object steers the UI. */
@ApplicationScoped
public class JavaScriptExecutor implements ActionExecutor<JavaScriptConfig> {

    private static final String EXECUTED = "JavaScript action executed";
    private static final String COMPLETED = "Action completed";

    private final ScriptSandbox sandbox;

    JavaScriptExecutor(ScriptSandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Class<JavaScriptConfig> configType() {
        return JavaScriptConfig.class;
    }

    @Override
    public Uni<ActionResult> execute(JavaScriptConfig config, ExecutionInput input) {
        var context = PlainData.toJson(input.variables());
        return sandbox.run(input.organizationId(), config.code(), context)
                .map(outcome -> result(outcome, data(config, context, outcome)));
    }

    /** A script reaches nothing outside, so its preview is a run of it. */
    @Override
    public Uni<JsonNode> preview(JavaScriptConfig config, ExecutionInput input) {
        return execute(config, input).map(ScriptPreview::of);
    }

    private static ActionResult result(ScriptOutcome outcome, ObjectNode data) {
        if (outcome instanceof ScriptOutcome.Failed failed) {
            var line = failed.line().isPresent()
                    ? " (line %d)".formatted(failed.line().getAsInt())
                    : "";
            return ActionResult.failure(
                    Outcome.of("script_error"), "JavaScript error: " + failed.message() + line, Optional.of(data));
        }
        if (outcome instanceof ScriptOutcome.Stopped stopped) {
            return ActionResult.failure(
                    Outcome.of("script_stopped"), "JavaScript stopped: " + stopped.reason(), Optional.of(data));
        }
        return steer(((ScriptOutcome.Completed) outcome).result(), data);
    }

    private static ActionResult steer(JsonNode result, ObjectNode data) {
        try {
            return new ActionResult(
                    Outcome.SUCCESS,
                    text(result, "message").orElse(EXECUTED),
                    Optional.of(toast(result.path("toast"))),
                    text(result, "url").map(url -> new ActionResult.Link(Urls.normalize(url, Urls.LINK), true)),
                    text(result, "clipboard"),
                    Optional.of(data));
        } catch (UrlException e) {
            return ActionResult.failure(
                    Outcome.of("script_error"),
                    "JavaScript error: the url it returned cannot be opened: " + e.getMessage(),
                    Optional.of(data));
        }
    }

    private static Toast toast(JsonNode toast) {
        return new Toast(
                text(toast, "message").orElse(COMPLETED),
                text(toast, "type").flatMap(Toast.Type::ofWireName).orElse(Toast.Type.SUCCESS));
    }

    private static Optional<String> text(JsonNode object, String field) {
        return Optional.ofNullable(object.path(field).textValue());
    }

    private static ObjectNode data(JavaScriptConfig config, JsonNode context, ScriptOutcome outcome) {
        var data = JsonNodeFactory.instance.objectNode().put("code", config.code());
        data.set("context", context);
        if (outcome instanceof ScriptOutcome.Completed completed
                && !completed.result().isMissingNode()) {
            data.set("result", completed.result());
        }
        var logs = data.putArray("logs");
        outcome.logs().forEach(logs::add);
        return data;
    }
}
