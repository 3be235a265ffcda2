package org.customactions.kind.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Outcome;
import org.customactions.kind.Toast;
import org.customactions.script.ScriptOutcome;
import org.customactions.url.UrlException;
import org.customactions.url.UrlForms;
import org.customactions.url.Urls;

/** Shows the agent how a script ended. The object that it returns steers the UI; any other result steers nothing. */
final class ScriptResult {

    private static final String EXECUTED = "JavaScript action executed";
    private static final String COMPLETED = "Action completed";
    private static final Outcome ERROR = Outcome.of("script_error");
    private static final Outcome STOPPED = Outcome.of("script_stopped");

    private ScriptResult() {}

    static ActionResult of(JavaScriptConfig config, JsonNode context, ScriptOutcome outcome, UrlForms links) {
        return of(outcome, links).withData(Optional.of(data(config, context, outcome)));
    }

    private static ActionResult of(ScriptOutcome outcome, UrlForms links) {
        if (outcome instanceof ScriptOutcome.Failed failed) {
            var line = failed.line().isPresent()
                    ? " (line %d)".formatted(failed.line().getAsInt())
                    : "";
            return ActionResult.failure(ERROR, "JavaScript error: " + failed.message() + line);
        }
        if (outcome instanceof ScriptOutcome.Stopped stopped) {
            return ActionResult.failure(STOPPED, "JavaScript stopped: " + stopped.reason());
        }
        if (outcome instanceof ScriptOutcome.NotRun notRun) {
            return ActionResult.failure(STOPPED, "JavaScript stopped: " + notRun.reason());
        }
        return steered(((ScriptOutcome.Completed) outcome).result(), links);
    }

    private static ActionResult steered(JsonNode returned, UrlForms links) {
        var result = ActionResult.of(Outcome.SUCCESS, text(returned, "message").orElse(EXECUTED))
                .with(toast(returned.path("toast")));
        var url = text(returned, "url");
        if (url.isPresent()) {
            try {
                result = result.with(new ActionResult.Link(Urls.normalize(url.get(), links), true));
            } catch (UrlException e) {
                return ActionResult.failure(
                        ERROR, "JavaScript error: the url it returned cannot be opened: " + e.getMessage());
            }
        }
        var clipboard = text(returned, "clipboard");
        return clipboard.isPresent() ? result.withClipboard(clipboard.get()) : result;
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
