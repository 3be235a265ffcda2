package org.customactions.kind.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.JsonCheck;
import org.customactions.kind.PlainData;
import org.customactions.template.Escaping;
import org.customactions.template.RenderException;
import org.customactions.template.Template;
import org.customactions.template.UrlTemplate;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;
import org.customactions.webhook.SigningSecret;
import org.customactions.webhook.WebhookRequest;
import org.customactions.webhook.WebhookSignature;

/** Fills in a webhook's templates. The result is sent byte for byte. */
final class WebhookRendering {

    private static final JsonCheck JSON = new JsonCheck(
            "The body is not valid JSON for this contact: it is empty",
            "The body is not valid JSON for this contact (line %d, column %d)",
            "The body holds a number that is out of range for this contact");
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String MESSAGE_PREFIX = "msg_";

    private WebhookRendering() {}

    /**
     * @throws UrlException if the filled-in URL may not be called
     * @throws RenderException if another part cannot be filled in
     * @throws UnsendableException if another part cannot be sent once it is filled in
     */
    static WebhookRequest render(WebhookConfig config, ExecutionInput input, Instant now) {
        var variables = input.variables();
        var url = URI.create(UrlTemplate.compile(config.url(), Urls.WEB).render(variables));
        var headers = headers(config, variables);
        var body = new byte[0];
        if (!config.method().equals("GET")) {
            headers.putIfAbsent(CONTENT_TYPE, WebhookConfig.DEFAULT_CONTENT_TYPE);
            body = body(config, headers.get(CONTENT_TYPE), variables).getBytes(StandardCharsets.UTF_8);
        }
        headers.putAll(signature(config, input, now, body));
        return new WebhookRequest(config.method(), url, headers, body);
    }

    private static Map<String, String> signature(WebhookConfig config, ExecutionInput input, Instant now, byte[] body) {
        return config.signingSecret()
                .flatMap(SigningSecret::parse)
                .map(secret -> WebhookSignature.headers(secret, MESSAGE_PREFIX + input.executionId(), now, body))
                .orElseGet(Map::of);
    }

    private static Map<String, String> headers(WebhookConfig config, Map<String, Object> variables) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        config.headers().forEach((name, template) -> {
            headers.put(name, Template.compile(template, Escaping.HEADER).render(variables));
        });
        return headers;
    }

    private static String body(WebhookConfig config, String contentType, Map<String, Object> variables) {
        if (config.body().isBlank()) {
            return PlainData.toJson(variables).toString();
        }
        var escaping = Escaping.ofContentType(contentType);
        var body = Template.compile(config.body(), escaping).render(variables);
        if (escaping == Escaping.JSON) {
            // A variable without quotes or escaping can break JSON that was valid when the action was saved.
            JSON.complaint(body).ifPresent(problem -> {
                throw new UnsendableException(problem);
            });
        }
        return body;
    }
}
