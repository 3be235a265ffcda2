package org.customactions.kind.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
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
    private static final Toast DONE = new Toast("Action completed", Toast.Type.SUCCESS);
    private static final String FAILED = "The script reported a failure";
    private static final Outcome ERROR = Outcome.of("script_error");
    private static final Outcome REPORTED = Outcome.of("reported_failure");
    private static final Outcome STOPPED = Outcome.of("script_stopped");

    private ScriptResult() {}

    static ActionResult of(JavaScriptConfig config, JsonNode context, ScriptOutcome outcome, UrlForms links) {
        var ignored = new ArrayList<String>();
        return of(outcome, links, ignored).withData(Optional.of(data(config, context, outcome, ignored)));
    }

    private static ActionResult of(ScriptOutcome outcome, UrlForms links, List<String> ignored) {
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
        var completed = (ScriptOutcome.Completed) outcome;
        return steered(new ReturnedObject(completed.result(), completed.logs(), ignored), links);
    }

    private static ActionResult steered(ReturnedObject returned, UrlForms links) {
        var failed = returned.flag("success").filter(success -> !success).isPresent();
        var message = returned.text("message");
        var result = failed
                ? ActionResult.failure(REPORTED, message.orElse(FAILED))
                : ActionResult.of(Outcome.SUCCESS, message.orElse(EXECUTED)).with(DONE);
        result = toasted(result, returned.toast(result.toast().orElseThrow()));
        result = copied(linked(result, returned, links), returned);
        returned.tellUnread();
        return result;
    }

    private static ActionResult toasted(ActionResult result, Toast toast) {
        return toast.message().isEmpty() ? result.withoutToast() : result.with(toast);
    }

    private static ActionResult linked(ActionResult result, ReturnedObject returned, UrlForms links) {
        var openInNewTab = returned.flag("open_in_new_tab").orElse(true);
        var url = returned.text("url");
        if (url.isEmpty()) {
            return result;
        }
        try {
            return result.with(new ActionResult.Link(Urls.normalize(url.get(), links), openInNewTab));
        } catch (UrlException e) {
            return ActionResult.failure(
                    ERROR, "JavaScript error: the url it returned cannot be opened: " + e.getMessage());
        }
    }

    private static ActionResult copied(ActionResult result, ReturnedObject returned) {
        var clipboard = returned.text("clipboard").filter(text -> !text.isEmpty());
        return clipboard.isPresent() && result.outcome() != ERROR ? result.withClipboard(clipboard.get()) : result;
    }

    private static ObjectNode data(
            JavaScriptConfig config, JsonNode context, ScriptOutcome outcome, List<String> ignored) {
        var data = JsonNodeFactory.instance.objectNode().put("code", config.code());
        data.set("context", context);
        if (outcome instanceof ScriptOutcome.Completed completed
                && !completed.result().isMissingNode()) {
            data.set("result", completed.result());
        }
        var logs = data.putArray("logs");
        outcome.logs().forEach(logs::add);
        ignored.forEach(logs::add);
        return data;
    }
}
