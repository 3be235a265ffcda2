package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionConfig;
import org.customactions.kind.ActionType;
import org.customactions.kind.ConfigTemplates;
import org.customactions.kind.SecretMask;
import org.customactions.kind.SecretUse;
import org.customactions.template.Escaping;
import org.customactions.template.RenderBudget;
import org.customactions.url.UrlForms;
import org.customactions.webhook.SigningSecret;

/**
 * The config of an action that calls an API.
 *
 * @param url template of an http or https URL
 * @param method POST, GET, PUT, PATCH or DELETE
 * @param headers up to 50 header templates by name; their values are secrets
 * @param body template of up to 256 KiB; empty sends the contact, user and organization
 * @param signingSecret a {@code whsec_} secret that requests are signed with
 * @param signature a header that signs the body in another way
 * @param auth how it says who calls
 * @param sending how it is sent
 * @param successWhen template; if it renders as nothing, {@code false}, {@code 0} or {@code null}, the call has failed
 * @param result what the agent sees of the answer
 */
record WebhookConfig(
        String url,
        String method,
        Map<String, String> headers,
        String body,
        Optional<String> signingSecret,
        Optional<BodySignature> signature,
        Optional<WebhookAuth> auth,
        Sending sending,
        Optional<String> successWhen,
        Optional<WebhookResult> result)
        implements ActionConfig {

    static final String CONTENT_TYPE = "Content-Type";

    /** The content type of a body if no header names another. */
    static final String DEFAULT_CONTENT_TYPE = "application/json";

    private static final String SIGNING_SECRET = "signing_secret";
    private static final String SUCCESS_WHEN = "success_when";
    private static final Set<String> KNOWN = Set.of(
            "url",
            "method",
            "headers",
            "body",
            SIGNING_SECRET,
            "signature",
            "auth",
            Sending.TIMEOUT,
            Sending.FOLLOW_REDIRECTS,
            Sending.SEND_BODY,
            Sending.BACKGROUND,
            SUCCESS_WHEN,
            "result");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final int MAX_SUCCESS_WHEN = 1_000;
    private static final int MAX_BODY_KIB = 256;
    private static final int MAX_STEPS_OF_LATE_CHECK = 5_000;

    static WebhookConfig read(JsonFields fields, UrlForms links) {
        fields.refuseUnknown(KNOWN, Set.of());
        var templates = new ConfigTemplates(RenderBudget.ofClick());
        var url = templates.webUrl(fields, "url");
        fields.require("url", url);
        var headers = fields.object("headers").map(WebhookHeaders::read).orElseGet(Map::of);
        return new WebhookConfig(
                url.orElse(""),
                method(fields),
                headers,
                body(fields, templates, headers),
                signingSecret(fields),
                BodySignature.read(fields, templates, headers.keySet()),
                WebhookAuth.read(fields, templates, headers),
                Sending.read(fields),
                templates.shown(fields, SUCCESS_WHEN, Escaping.TEXT, MAX_SUCCESS_WHEN),
                fields.object("result").map(shown -> WebhookResult.read(shown, templates, links)));
    }

    private static String body(JsonFields fields, ConfigTemplates templates, Map<String, String> headers) {
        return templates
                .body(fields, "body", Escaping.ofContentType(contentType(headers)), MAX_BODY_KIB)
                .orElse("");
    }

    private static Optional<String> signingSecret(JsonFields fields) {
        return fields.text(SIGNING_SECRET)
                .map(String::strip)
                .filter(secret -> fields.expect(
                        secret.equals(SecretMask.MASK)
                                || SigningSecret.parse(secret).isPresent(),
                        SIGNING_SECRET,
                        "whsec_ followed by base64 of 24 to 64 bytes"));
    }

    private static String method(JsonFields fields) {
        return fields.text("method")
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(method -> fields.expect(METHODS.contains(method), "method", "POST, GET, PUT, PATCH or DELETE"))
                .orElse("POST");
    }

    /** The content type that the header templates name, or JSON. */
    static String contentType(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(CONTENT_TYPE))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(DEFAULT_CONTENT_TYPE);
    }

    @Override
    public ActionType type() {
        return ActionType.WEBHOOK;
    }

    @Override
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode().put("url", url).put("method", method);
        var names = json.putObject("headers");
        headers.forEach(names::put);
        json.put("body", body);
        signingSecret.ifPresent(secret -> json.put(SIGNING_SECRET, secret));
        signature.ifPresent(signing -> json.set("signature", signing.toJson()));
        auth.ifPresent(who -> json.set("auth", who.toJson()));
        sending.writeTo(json);
        successWhen.ifPresent(template -> json.put(SUCCESS_WHEN, template));
        result.ifPresent(shown -> json.set("result", shown.toJson()));
        return json;
    }

    @Override
    public List<SecretUse> secretUses() {
        return RequestTemplate.of(this).stream()
                .flatMap(RequestTemplate::secretUses)
                .toList();
    }

    @Override
    public Set<String> secretsMentioned() {
        return RequestTemplate.of(this).stream()
                .flatMap(template -> template.secretsMentioned().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public WebhookConfig keepingSecretsOf(JsonNode stored, JsonFields fields) {
        var unmasked = WebhookHeaders.unmasked(headers, stored.path("headers"), fields);
        if (!contentType(unmasked).equals(contentType(headers))) {
            // The body was read with a masked Content-Type; only now its real type is known. This runs where requests
            // are served, so it has to be quick.
            fields.object("headers").ifPresent(names -> WebhookHeaders.checkContentType(names, unmasked));
            body(fields, new ConfigTemplates(RenderBudget.ofSteps(MAX_STEPS_OF_LATE_CHECK)), unmasked);
        }
        var secret = signingSecret.flatMap(
                sent -> SecretMask.unmasked(sent, stored.get(SIGNING_SECRET), fields, SIGNING_SECRET));
        return new WebhookConfig(
                url,
                method,
                unmasked,
                body,
                secret,
                signature.map(signing -> signing.unmasked(stored.path("signature"), fields)),
                auth.map(who -> who.unmasked(stored.path("auth"), fields)),
                sending,
                successWhen,
                result);
    }

    /** Without header values and body, which hold secrets. */
    @Override
    public String toString() {
        return "WebhookConfig[method=%s, headers=%s]".formatted(method, headers.keySet());
    }
}
