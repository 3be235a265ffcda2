package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.customactions.kind.HiddenData;
import org.customactions.kind.PlainData;
import org.customactions.kind.SecretMask;
import org.customactions.template.RenderBudget;
import org.customactions.text.MediaType;
import org.customactions.webhook.WebhookRequest;

/**
 * Shows what a webhook would send, and which of its variables do not exist. Secrets and who calls are masked, and no
 * token is fetched.
 */
final class WebhookPreview {

    private WebhookPreview() {}

    static ObjectNode of(WebhookRequest request, Optional<WebhookAuth> auth, RenderBudget budget) {
        var hidden = budget.hidden();
        var sent = JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method())
                .put("url", HiddenData.orMask(hidden, request.url().toString()));
        var headers = sent.putObject("headers");
        request.headers().forEach((name, value) -> headers.put(name, HiddenData.orMask(hidden, value)));
        auth.ifPresent(who -> headers.put(
                WebhookRequest.AUTHORIZATION, (who instanceof BasicAuth ? "Basic " : "Bearer ") + SecretMask.MASK));
        sent.put("body", HiddenData.orMask(hidden, new String(request.body(), charset(request))));
        var preview = JsonNodeFactory.instance.objectNode();
        preview.set("request", sent);
        preview.set("unknown_variables", PlainData.toJson(budget.unknownVariables()));
        return preview;
    }

    private static Charset charset(WebhookRequest request) {
        return MediaType.parse(WebhookConfig.contentType(request.headers()))
                .charset()
                .orElse(StandardCharsets.UTF_8);
    }
}
