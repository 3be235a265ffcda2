package org.customactions.kind.webhook;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.customactions.template.RenderBudget;
import org.customactions.text.HiddenTexts;
import org.customactions.webhook.WebhookRequest;
import org.customactions.webhook.WebhookSignature;

/**
 * What of an exchange nobody may see: secrets of the organization, as filters and places wrote them; the values of the
 * config's headers; what its auth and its signatures are made with; a token that was fetched. All of it also if the
 * upstream repeats it. What a header has from a variable alone is masked in that header, but not elsewhere.
 */
final class ExchangeSecrets {

    /** Masking one that is shorter would garble an exchange and hide nothing. */
    private static final int MIN_LENGTH = 4;

    /** The same for what is a secret only as a part of one. */
    private static final int MIN_PART = 8;

    /** Headers of a config that say how to read, and not who asks. */
    private static final Set<String> OPEN =
            Set.of("accept", "accept-charset", "accept-language", "cache-control", "content-language", "content-type");

    private static final Set<String> OF_ANSWER = Set.of("set-cookie", "set-cookie2", "authorization");
    private static final Pattern TAG = Pattern.compile("\\{\\{\\{?.*?}?}}", Pattern.DOTALL);

    private final HiddenTexts texts = new HiddenTexts();
    private final Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private ExchangeSecrets() {}

    /** @param rendered as it is to be sent first */
    static ExchangeSecrets of(WebhookConfig config, WebhookRequest rendered, RenderBudget budget) {
        var secrets = new ExchangeSecrets();
        secrets.add(budget);
        secrets.addHeaders(config, rendered);
        config.auth()
                .ifPresent(auth -> auth.templates().entrySet().stream()
                        .filter(field -> WebhookAuth.SECRETS.contains(field.getKey()))
                        .forEach(field -> secrets.addTemplate(field.getValue())));
        config.signature().ifPresent(signature -> secrets.addTemplate(signature.secret()));
        config.signingSecret().ifPresent(secret -> {
            secrets.add(secret);
            secrets.add(secret.substring(secret.indexOf('_') + 1));
        });
        return secrets;
    }

    /** Of a request that was kept until it could be sent; see {@link #toJson}. */
    static ExchangeSecrets ofStored(JsonNode json, RenderBudget budget) {
        var secrets = new ExchangeSecrets();
        secrets.add(budget);
        secrets.headers.addAll(StoredRequest.texts(json.path("headers")));
        StoredRequest.texts(json.path("texts")).forEach(secrets.texts::add);
        return secrets;
    }

    /** For keeping with the request. */
    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("headers", StoredRequest.list(headers));
        json.set("texts", StoredRequest.list(texts.all()));
        return json;
    }

    /** With those of the request as it was sent last: its token, and what it was signed with this time. */
    ExchangeSecrets with(WebhookRequest sent) {
        sent.delivery().secrets().texts().forEach(this::add);
        addVouchers(sent, Set.of(WebhookSignature.SIGNATURE));
        return this;
    }

    private void add(RenderBudget budget) {
        budget.hidden().all().forEach(texts::add);
        budget.hidden().all().forEach(this::add);
    }

    /** What is hidden wherever it is. */
    HiddenTexts texts() {
        return texts;
    }

    boolean isSecretOfRequest(String header) {
        return headers.contains(header);
    }

    /** What an upstream lets in whoever brings it. */
    static boolean isSecretOfAnswer(String header) {
        return OF_ANSWER.contains(header.toLowerCase(Locale.ROOT));
    }

    private void addHeaders(WebhookConfig config, WebhookRequest rendered) {
        config.headers().forEach((name, template) -> {
            if (!OPEN.contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(name);
                if (hasOwnText(template)) {
                    addWithoutScheme(rendered.headers().getOrDefault(name, ""));
                }
            }
        });
        headers.add(WebhookRequest.AUTHORIZATION);
        var vouchers = new HashSet<>(Set.of(WebhookSignature.SIGNATURE));
        config.signature().map(BodySignature::header).ifPresent(vouchers::add);
        headers.addAll(vouchers);
        addVouchers(rendered, vouchers);
    }

    private void addVouchers(WebhookRequest request, Set<String> vouchers) {
        request.headers().forEach((name, value) -> {
            if (vouchers.stream().anyMatch(name::equalsIgnoreCase)) {
                addWithoutScheme(value);
            }
        });
    }

    /** Whether the template says something itself, beside what variables do. */
    private static boolean hasOwnText(String template) {
        return TAG.matcher(template).replaceAll("").strip().length() >= MIN_LENGTH;
    }

    /** The parts that stand in the template itself; what secrets of the organization add is hidden already. */
    private void addTemplate(String template) {
        TAG.splitAsStream(template).forEach(this::add);
    }

    /** A value such as {@code Bearer abc}, {@code v1,abc} or {@code sha256=abc}, and what its last part is. */
    private void addWithoutScheme(String value) {
        add(value);
        for (var separator : " ,=".toCharArray()) {
            var begin = value.indexOf(separator);
            if (begin >= 0 && value.length() - begin > MIN_PART) {
                add(value.substring(begin + 1));
            }
        }
    }

    /** As it is, and as URLs and JSON spell it. */
    private void add(String secret) {
        if (secret.strip().length() >= MIN_LENGTH) {
            texts.add(secret);
            texts.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            texts.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
            texts.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
        }
    }
}
