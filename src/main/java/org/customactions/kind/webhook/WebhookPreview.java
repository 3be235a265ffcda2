package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.customactions.kind.PlainData;
import org.customactions.kind.SecretMask;
import org.customactions.text.MediaType;
import org.customactions.webhook.WebhookRequest;

/**
 * Shows what a webhook would send, and which of its variables do not exist. Who calls is masked, and no token is
 * fetched.
 */
final class WebhookPreview {

    private WebhookPreview() {}

    static ObjectNode of(WebhookRequest request, Optional<WebhookAuth> auth, List<String> unknownVariables) {
        var sent = JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method())
                .put("url", request.url().toString());
        var headers = sent.putObject("headers");
        request.headers().forEach(headers::put);
        auth.ifPresent(who -> headers.put(
                WebhookRequest.AUTHORIZATION, (who instanceof BasicAuth ? "Basic " : "Bearer ") + SecretMask.MASK));
        sent.put("body", new String(request.body(), charset(request)));
        var preview = JsonNodeFactory.instance.objectNode();
        preview.set("request", sent);
        preview.set("unknown_variables", PlainData.toJson(unknownVariables));
        return preview;
    }

    private static Charset charset(WebhookRequest request) {
        return MediaType.parse(WebhookConfig.contentType(request.headers()))
                .charset()
                .orElse(StandardCharsets.UTF_8);
    }
}
