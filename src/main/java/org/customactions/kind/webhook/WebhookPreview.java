package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.customactions.kind.HiddenData;
import org.customactions.kind.PlainData;
import org.customactions.template.RenderBudget;
import org.customactions.text.HiddenTexts;
import org.customactions.text.MediaType;
import org.customactions.webhook.WebhookRequest;

/** Shows what a webhook would send, without its secrets, and which of its variables do not exist. */
final class WebhookPreview {

    private WebhookPreview() {}

    static ObjectNode of(WebhookRequest request, RenderBudget budget) {
        var hidden = budget.hidden();
        var sent = JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method())
                .put("url", masked(hidden, request.url().toString()));
        var headers = sent.putObject("headers");
        request.headers().forEach((name, value) -> headers.put(name, masked(hidden, value)));
        sent.put("body", masked(hidden, new String(request.body(), charset(request))));
        var preview = JsonNodeFactory.instance.objectNode();
        preview.set("request", sent);
        preview.set("unknown_variables", PlainData.toJson(budget.unknownVariables()));
        return preview;
    }

    private static String masked(HiddenTexts hidden, String text) {
        return HiddenData.of(hidden, text).orElse(HiddenTexts.MASK);
    }

    private static Charset charset(WebhookRequest request) {
        return MediaType.parse(WebhookConfig.contentType(request.headers()))
                .charset()
                .orElse(StandardCharsets.UTF_8);
    }
}
