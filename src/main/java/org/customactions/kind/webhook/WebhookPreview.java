package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customactions.api.FieldError;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.HiddenData;
import org.customactions.kind.PlainData;
import org.customactions.kind.ResultPreview;
import org.customactions.kind.SecretMask;
import org.customactions.template.RenderBudget;
import org.customactions.text.HiddenTexts;
import org.customactions.text.MediaType;
import org.customactions.url.UrlForms;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookRequest;

/**
 * Shows what a webhook would send, which of its variables do not exist, and what agents would see of a sample answer.
 * Secrets and who calls are masked, and no token is fetched. A part that cannot be filled in is left out, and told.
 */
final class WebhookPreview {

    private static final int OK = 200;

    private WebhookPreview() {}

    static JsonNode of(
            WebhookConfig config,
            ExecutionInput input,
            Optional<JsonNode> sampleAnswer,
            RenderBudget budget,
            Instant now,
            UrlForms links) {
        var problems = new ArrayList<FieldError>();
        var request = WebhookRendering.renderParts(config, input, budget, now, problems);
        var preview = JsonNodeFactory.instance.objectNode();
        preview.set("request", request(request, config.auth(), budget.hidden()));
        preview.set("unknown_variables", PlainData.toJson(budget.unknownVariables()));
        sampleAnswer.ifPresent(
                answer -> preview.set("result", ResultPreview.of(result(answer, config, input, budget, links))));
        if (!problems.isEmpty()) {
            preview.set("warnings", PlainData.toJson(masked(problems, budget.hidden())));
        }
        return preview;
    }

    private static ObjectNode request(WebhookRequest request, Optional<WebhookAuth> auth, HiddenTexts hidden) {
        var sent = JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method())
                .put("url", HiddenData.orMask(hidden, request.url().toString()));
        var headers = sent.putObject("headers");
        request.headers().forEach((name, value) -> headers.put(name, HiddenData.orMask(hidden, value)));
        auth.ifPresent(who -> headers.put(
                WebhookRequest.AUTHORIZATION, (who instanceof BasicAuth ? "Basic " : "Bearer ") + SecretMask.MASK));
        return sent.put("body", HiddenData.orMask(hidden, new String(request.body(), charset(request))));
    }

    /** What agents would see if the upstream answered so. */
    private static ActionResult result(
            JsonNode answer, WebhookConfig config, ExecutionInput input, RenderBudget budget, UrlForms links) {
        var type = WebhookConfig.DEFAULT_CONTENT_TYPE;
        var answered = new Answered(
                OK,
                "OK",
                Optional.of(type),
                Map.of("content-type", type),
                answer.toString().getBytes(StandardCharsets.UTF_8));
        return HiddenData.of(budget.hidden(), AnswerResult.of(answered, config, input, budget, links));
    }

    private static List<FieldError> masked(List<FieldError> problems, HiddenTexts hidden) {
        return problems.stream()
                .map(problem -> new FieldError(problem.field(), HiddenData.orMask(hidden, problem.message())))
                .toList();
    }

    static Charset charset(WebhookRequest request) {
        return MediaType.parse(WebhookConfig.contentType(request.headers()))
                .charset()
                .orElse(StandardCharsets.UTF_8);
    }
}
