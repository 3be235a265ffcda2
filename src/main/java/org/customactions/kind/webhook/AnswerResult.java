package org.customactions.kind.webhook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.Outcome;
import org.customactions.kind.Toast;
import org.customactions.template.Escaping;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderException;
import org.customactions.template.Room;
import org.customactions.template.Template;
import org.customactions.template.TemplateException;
import org.customactions.template.VariableUse;
import org.customactions.template.Variables;
import org.customactions.text.HiddenTexts;
import org.customactions.url.UrlForms;
import org.customactions.webhook.UpstreamBody;
import org.customactions.webhook.WebhookOutcome;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Failed;

/** What a webhook's outcome means: whether it did what it is for, and what the agent is told. */
final class AnswerResult {

    private static final String EXECUTED = "Webhook executed successfully";
    private static final String UNREAD =
            "Webhook was executed, but the service was too busy to read the answer, which may tell of a failure";
    private static final String REPORTED = "Webhook reported a failure";

    /** What says no. */
    private static final Set<String> NO = Set.of("", "false", "0", "null");

    private AnswerResult() {}

    /** The result of a call. Its templates take time. */
    static ActionResult of(
            WebhookOutcome outcome, WebhookConfig config, ExecutionInput input, RenderBudget budget, UrlForms links) {
        if (outcome instanceof Failed failed) {
            return failure(failed);
        }
        var answer = (Answered) outcome;
        if (config.result().isEmpty() && config.successWhen().isEmpty()) {
            return answer.isSuccessful() ? executed(answer) : refused(answer);
        }
        var variables = AnswerVariables.of(input.variables(), answer, budget.hidden());
        if (!answer.isSuccessful()) {
            var refused = refused(answer);
            return explained(config, variables, budget, refused.message())
                    .map(text -> refused.with(new Toast(text, Toast.Type.ERROR)))
                    .orElse(refused);
        }
        // What decides is not shown, so it is the answer as it is.
        if (!isSuccess(config, () -> AnswerVariables.of(input.variables(), answer, new HiddenTexts()), budget)) {
            var message = explained(config, variables, budget, "").orElse(REPORTED);
            return ActionResult.failure(Outcome.answered("reported_failure", answer.status()), message)
                    .withData(UpstreamBody.json(answer));
        }
        return config.result()
                .map(shown -> WebhookResultRendering.render(shown, variables, budget, links, executed(answer)))
                .orElseGet(() -> executed(answer));
    }

    /** The result of a call whose answer nobody had time to read. */
    static ActionResult unread(WebhookOutcome outcome, WebhookConfig config) {
        if (outcome instanceof Failed failed) {
            return failure(failed);
        }
        var answer = (Answered) outcome;
        if (!answer.isSuccessful()) {
            return refused(answer);
        }
        return config.successWhen().isPresent()
                ? executed(answer).with(new Toast(UNREAD, Toast.Type.WARNING))
                : executed(answer);
    }

    private static ActionResult failure(Failed failed) {
        return ActionResult.failure(Outcome.of(failed.cause(), failed.reason()), failed.message());
    }

    private static ActionResult refused(Answered answer) {
        return ActionResult.failure(
                        Outcome.answered("upstream_status", answer.status()),
                        ("Webhook returned status %d %s".formatted(answer.status(), answer.reasonPhrase())).strip())
                .withData(UpstreamBody.json(answer));
    }

    private static ActionResult executed(Answered answer) {
        return ActionResult.of(Outcome.answered(Outcome.SUCCESS.code(), answer.status()), EXECUTED)
                .with(new Toast(EXECUTED, Toast.Type.SUCCESS))
                .withData(UpstreamBody.of(answer));
    }

    /** What cannot be filled in does not say yes. */
    private static boolean isSuccess(WebhookConfig config, Supplier<Variables> variables, RenderBudget budget) {
        return config.successWhen()
                .map(template -> {
                    try {
                        return !NO.contains(Template.compile(template, Escaping.TEXT)
                                .render(variables.get(), budget, Room.MOST)
                                .strip());
                    } catch (TemplateException | RenderException e) {
                        return false;
                    }
                })
                .orElse(true);
    }

    /** The failure in the words of the action; empty if it has none, or they cannot be filled in. */
    private static Optional<String> explained(
            WebhookConfig config, Variables variables, RenderBudget budget, String status) {
        try {
            budget.takeLacking();
            return config.result()
                    .flatMap(WebhookResult::failure)
                    .flatMap(template -> WebhookResultRendering.some(template, variables, budget)
                            .map(text -> withLacking(text, template, budget.takeLacking(), status)));
        } catch (TemplateException | RenderException e) {
            return Optional.empty();
        }
    }

    /**
     * Tells what came instead and what the answer lacks if it has nothing of what should be told, such as a gateway's
     * own page. One of several parts may be missing: an upstream tells of its failures now here, now there.
     */
    private static String withLacking(String text, String template, List<String> lacking, String status) {
        if (lacking.isEmpty()) {
            return text;
        }
        var tellsSomething = Template.compile(template, Escaping.TEXT).variables().stream()
                .map(VariableUse::name)
                .anyMatch(name -> name.startsWith("response") && !lacking.contains(name));
        return tellsSomething ? text : WebhookResultRendering.withLacking(text.strip() + " " + status, lacking);
    }
}
