package org.customactions.kind.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.customactions.api.FieldError;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.JsonCheck;
import org.customactions.kind.SecretMask;
import org.customactions.template.Escaping;
import org.customactions.template.Filled;
import org.customactions.template.MissingSecretException;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderException;
import org.customactions.template.Room;
import org.customactions.template.Template;
import org.customactions.template.TemplateException;
import org.customactions.template.UrlTemplate;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;
import org.customactions.webhook.ClientCredentials;
import org.customactions.webhook.Delivery;
import org.customactions.webhook.Secrets;
import org.customactions.webhook.SigningSecret;
import org.customactions.webhook.WebhookRequest;
import org.customactions.webhook.WebhookSignature;

/** Fills in a webhook's templates. The result is sent byte for byte. */
final class WebhookRendering {

    private static final JsonCheck JSON = new JsonCheck(
            "The body is not valid JSON for this contact: it is empty",
            "The body is not valid JSON for this contact (line %d, column %d)",
            "The body holds a number that is out of range for this contact");
    private static final String EVERYTHING = "{{.}}";
    private static final String MESSAGE_PREFIX = "msg_";

    private final WebhookConfig config;
    private final ExecutionInput input;
    private final RenderBudget budget;
    private final RequestRoom room = new RequestRoom();
    private final Optional<List<FieldError>> problems;

    private WebhookRendering(
            WebhookConfig config, ExecutionInput input, RenderBudget budget, Optional<List<FieldError>> problems) {
        this.config = config;
        this.input = input;
        this.budget = budget;
        this.problems = problems;
    }

    /**
     * @param budget what all templates may cost together
     * @throws UrlException if the filled-in URL may not be called
     * @throws RenderException if another part cannot be filled in
     * @throws UnsendableException if another part cannot be sent once it is filled in
     */
    static WebhookRequest render(WebhookConfig config, ExecutionInput input, RenderBudget budget, Instant now) {
        return new WebhookRendering(config, input, budget, Optional.empty()).render(now);
    }

    /**
     * A request without the parts that cannot be filled in or sent, which must not be sent.
     *
     * @param problems gets a complaint for each of them
     */
    static WebhookRequest renderParts(
            WebhookConfig config, ExecutionInput input, RenderBudget budget, Instant now, List<FieldError> problems) {
        return new WebhookRendering(config, input, budget, Optional.of(problems)).render(now);
    }

    /** Characters of all templates of the request. */
    static int length(WebhookConfig config) {
        return RequestTemplate.of(config).stream()
                .mapToInt(template -> template.source().length())
                .sum();
    }

    private WebhookRequest render(Instant now) {
        var url = part("config.url", this::url, "");
        var headers = headers();
        var delivery = part(
                "config.auth",
                () -> delivery(headers),
                new Delivery(Optional.empty(), false, Set.of(), Optional.empty(), Secrets.NONE));
        var body = new byte[0];
        if (hasBody()) {
            headers.putIfAbsent(WebhookConfig.CONTENT_TYPE, WebhookConfig.DEFAULT_CONTENT_TYPE);
            body = part("config.body", () -> body(headers.get(WebhookConfig.CONTENT_TYPE)), body);
        }
        var signed = body;
        headers.putAll(part("config.signature", () -> vouchers(now, signed), Map.of()));
        return new WebhookRequest(config.method(), URI.create(url), headers, body, delivery);
    }

    /** The id that a signed message has, however often it is sent. */
    static String messageId(UUID executionId) {
        return MESSAGE_PREFIX + executionId;
    }

    private String url() {
        var url = UrlTemplate.compile(config.url(), Urls.WEB).render(input.variables(), budget);
        room.url(url);
        return url;
    }

    private <T> T part(String field, Supplier<T> rendering, T instead) {
        try {
            return rendering.get();
        } catch (TemplateException | UrlException | RenderException | MissingSecretException | UnsendableException e) {
            problems.orElseThrow(() -> e).add(new FieldError(field, e.getMessage()));
            return instead;
        }
    }

    private boolean hasBody() {
        return config.sending().sendsBody()
                && switch (config.method()) {
                    case "GET" -> false;
                    case "DELETE" -> !config.body().isBlank();
                    default -> true;
                };
    }

    /** The headers that sign the body. */
    private Map<String, String> vouchers(Instant now, byte[] body) {
        var vouchers = new TreeMap<String, String>();
        config.signingSecret()
                .flatMap(SigningSecret::parse)
                .map(secret -> WebhookSignature.headers(secret, messageId(input.executionId()), now, body))
                .ifPresent(vouchers::putAll);
        config.signature()
                .filter(signature -> !signature.secret().equals(SecretMask.MASK))
                .ifPresent(signature ->
                        vouchers.put(signature.header(), signature.of(filledIn(signature.secret()), body)));
        return vouchers;
    }

    private Delivery delivery(Map<String, String> headers) {
        var vouchers = new HashSet<>(WebhookSignature.NAMES);
        config.signature().map(BodySignature::header).ifPresent(vouchers::add);
        return new Delivery(
                config.sending().timeout(),
                config.sending().followsRedirects(),
                vouchers,
                config.auth().flatMap(this::credentials),
                config.auth().map(auth -> authorize(auth, headers)).orElse(Secrets.NONE));
    }

    /** Adds what says who calls, and tells what of it is not to be seen in an answer. */
    private Secrets authorize(WebhookAuth auth, Map<String, String> headers) {
        if (!(auth instanceof BasicAuth basic)) {
            return Secrets.NONE;
        }
        var value = BasicAuth.header(filledIn(basic.username()), filledIn(basic.password()));
        room.header(WebhookRequest.AUTHORIZATION, value);
        headers.put(WebhookRequest.AUTHORIZATION, value);
        return Secrets.of(value.substring(value.indexOf(' ') + 1));
    }

    private Optional<ClientCredentials> credentials(WebhookAuth auth) {
        if (!(auth instanceof OAuth2Auth oauth)) {
            return Optional.empty();
        }
        var tokenUrl = UrlTemplate.compile(oauth.tokenUrl(), Urls.WEB).render(input.variables(), budget);
        return Optional.of(new ClientCredentials(
                URI.create(tokenUrl),
                filledIn(oauth.clientId()),
                filledIn(oauth.clientSecret()),
                oauth.scope().map(this::filledIn),
                oauth.audience().map(this::filledIn),
                oauth.isInBody()));
    }

    private String filledIn(String template) {
        return Template.compile(template, Escaping.HEADER).render(input.variables(), budget, Room.MOST);
    }

    private Map<String, String> headers() {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        config.headers()
                .forEach((name, template) -> part(
                                "config.headers." + name, () -> header(name, template), Optional.<String>empty())
                        .ifPresent(value -> headers.put(name, value)));
        return headers;
    }

    private Optional<String> header(String name, String template) {
        var value = Template.compile(template, Escaping.HEADER).render(input.variables(), budget, room.forHeader(name));
        room.header(name, value);
        return Optional.of(value);
    }

    private byte[] body(String contentType) {
        var format = BodyFormat.ofSent(WebhookConfig.contentType(config.headers()), contentType);
        var text = config.body().isBlank() ? unwritten(format) : checked(format);
        var body = format.encode(text);
        if (format.mayReplace()) {
            var hidden = budget.hidden();
            hidden.all().forEach(part -> format.replaced(part).forEach(hidden::add));
        }
        room.body(body);
        return body;
    }

    /** What is sent without a template of the body: what is known of the click as JSON, nothing as any other type. */
    private String unwritten(BodyFormat format) {
        return format.escaping() == Escaping.JSON
                ? filledIn(EVERYTHING, format, DefaultBody.of(input)).text()
                : "";
    }

    private String checked(BodyFormat format) {
        var filled = filledIn(config.body(), format, input.variables());
        // An unescaped variable, or one that has no value, can break JSON that was valid when the action was saved.
        JSON.complaint(filled, format.escaping())
                .ifPresent(problem -> problems.orElseThrow(() -> new UnsendableException(problem))
                        .add(new FieldError("config.body", problem)));
        return filled.text();
    }

    private Filled filledIn(String template, BodyFormat format, Map<String, Object> variables) {
        return Template.compile(template, format.escaping()).fill(variables, budget, room.forBody(), format.charset());
    }
}
