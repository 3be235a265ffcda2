package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.customactions.api.JsonFields;
import org.customactions.api.JsonSetup;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.PlainData;
import org.customactions.template.RenderBudget;
import org.customactions.template.Variables;
import org.customactions.url.UrlForms;
import org.customactions.webhook.SigningSecret;
import org.customactions.webhook.WebhookRequest;
import org.customactions.webhook.WebhookSignature;

/**
 * A webhook that is sent later, as it was at the click: whatever becomes of its action since changes nothing.
 *
 * @param request what is sent; each attempt signs it anew
 * @param signingSecret what it is signed with
 * @param hidden texts that no answer may show
 * @param exchangeSecrets what else nobody may see who may see what was sent
 * @param config says what the answer means; the rest of it is not kept
 * @param variables of the click, for {@code config}
 */
record BackgroundWebhook(
        WebhookRequest request,
        Optional<SigningSecret> signingSecret,
        List<String> hidden,
        JsonNode exchangeSecrets,
        WebhookConfig config,
        Variables variables) {

    private static final JsonMapper MAPPER = JsonSetup.lenient();
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Those that {@code {{.}}} writes, and those that are there by their names only. */
    private static final List<String> WRITTEN = List.of("contact", "user", "organization");

    private static final List<String> NAMED = List.of("action", "execution", "now", "input", "context");

    /** Bytes that {@link #read} understands. */
    static byte[] bytes(WebhookConfig config, ExecutionInput input, WebhookRequest request, RenderBudget budget) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("request", StoredRequest.toJson(withKey(request, input.executionId())));
        config.signingSecret().ifPresent(secret -> json.put("signing_secret", secret));
        json.set("hidden", StoredRequest.list(budget.hidden().all()));
        json.set("exchange_secrets", ExchangeSecrets.of(config, request, budget).toJson());
        var meaning = json.putObject("config").put("url", "https://localhost");
        config.successWhen().ifPresent(template -> meaning.put("success_when", template));
        config.result().ifPresent(shown -> meaning.set("result", shown.toJson()));
        if (meaning.size() > 1) {
            json.set("variables", variables(input.variables()));
        }
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A request could not be written", e);
        }
    }

    static BackgroundWebhook read(byte[] bytes, UrlForms links) {
        try {
            var json = MAPPER.readTree(bytes);
            return new BackgroundWebhook(
                    StoredRequest.of(json.path("request")),
                    Optional.ofNullable(json.path("signing_secret").textValue()).flatMap(SigningSecret::parse),
                    StoredRequest.texts(json.path("hidden")),
                    json.path("exchange_secrets"),
                    WebhookConfig.read(JsonFields.ofStored(json.path("config")), links),
                    variables(json.path("variables")));
        } catch (IOException e) {
            throw new UncheckedIOException("A request could not be read", e);
        }
    }

    /** The request with a signature of this attempt, if it is signed. */
    WebhookRequest signed(UUID executionId, Instant now) {
        return signingSecret
                .map(secret -> with(
                        request,
                        WebhookSignature.headers(secret, WebhookRendering.messageId(executionId), now, request.body())))
                .orElse(request);
    }

    /** Tells the upstream that the attempts are one click. An action's own header of that name stays. */
    private static WebhookRequest withKey(WebhookRequest request, UUID executionId) {
        return request.headers().keySet().stream().anyMatch(IDEMPOTENCY_KEY::equalsIgnoreCase)
                ? request
                : with(request, Map.of(IDEMPOTENCY_KEY, executionId.toString()));
    }

    private static WebhookRequest with(WebhookRequest request, Map<String, String> more) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.putAll(more);
        return new WebhookRequest(request.method(), request.url(), headers, request.body(), request.delivery());
    }

    /** Without secrets, which nothing that is shown may use. */
    private static ObjectNode variables(Map<String, Object> variables) {
        var json = JsonNodeFactory.instance.objectNode();
        for (var names : List.of(WRITTEN, NAMED)) {
            names.stream()
                    .filter(variables::containsKey)
                    .forEach(name -> json.set(name, PlainData.toJson(variables.get(name))));
        }
        return json;
    }

    private static Variables variables(JsonNode json) {
        var written = new LinkedHashMap<String, Object>();
        WRITTEN.stream().filter(json::has).forEach(name -> written.put(name, PlainData.of(json.get(name))));
        var named = new HashMap<String, Object>();
        NAMED.stream().filter(json::has).forEach(name -> named.put(name, named(json.get(name), name)));
        return Variables.of(written).withNamed(named);
    }

    @SuppressWarnings("unchecked")
    private static Object named(JsonNode json, String name) {
        var value = PlainData.of(json);
        return name.equals("input") || name.equals("context") ? Variables.open((Map<String, Object>) value) : value;
    }

    /** Without contents, which are customer data and secrets. */
    @Override
    public String toString() {
        return "BackgroundWebhook[%s]".formatted(request);
    }
}
