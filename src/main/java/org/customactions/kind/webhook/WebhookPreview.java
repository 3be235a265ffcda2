package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.PlainData;
import org.customactions.template.Escaping;
import org.customactions.template.Template;
import org.customactions.template.UrlTemplate;
import org.customactions.url.Urls;
import org.customactions.webhook.WebhookRequest;

/** Shows what a webhook would send, and which of its variables do not exist. */
final class WebhookPreview {

    private WebhookPreview() {}

    static ObjectNode of(WebhookConfig config, ExecutionInput input, WebhookRequest request) {
        var sent = JsonNodeFactory.instance
                .objectNode()
                .put("method", request.method())
                .put("url", request.url().toString());
        var headers = sent.putObject("headers");
        request.headers().forEach(headers::put);
        sent.put("body", new String(request.body(), StandardCharsets.UTF_8));
        var preview = JsonNodeFactory.instance.objectNode();
        preview.set("request", sent);
        preview.set("unknown_variables", PlainData.toJson(unknownVariables(config, input.variables())));
        return preview;
    }

    private static List<String> unknownVariables(WebhookConfig config, Map<String, Object> variables) {
        var unknown =
                new LinkedHashSet<>(UrlTemplate.compile(config.url(), Urls.WEB).unknownVariables(variables));
        config.headers()
                .values()
                .forEach(header ->
                        unknown.addAll(Template.compile(header, Escaping.HEADER).unknownVariables(variables)));
        var escaping = Escaping.ofContentType(WebhookConfig.contentType(config.headers()));
        unknown.addAll(Template.compile(config.body(), escaping).unknownVariables(variables));
        return List.copyOf(unknown);
    }
}
