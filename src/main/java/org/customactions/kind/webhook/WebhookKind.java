package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.FieldNames;
import org.customactions.api.JsonFields;
import org.customactions.kind.Acceptance;
import org.customactions.kind.ActionKind;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ActionType;
import org.customactions.kind.Attempt;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.HiddenData;
import org.customactions.kind.LinkConfiguration;
import org.customactions.kind.Outcome;
import org.customactions.secret.SecretKeys;
import org.customactions.template.KnownInputs;
import org.customactions.template.MissingSecretException;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderException;
import org.customactions.template.RenderThreads;
import org.customactions.template.TemplateException;
import org.customactions.template.UrlTemplate;
import org.customactions.url.UrlException;
import org.customactions.url.UrlForms;
import org.customactions.url.Urls;
import org.customactions.webhook.LiteralHosts;
import org.customactions.webhook.WebhookConfiguration;
import org.customactions.webhook.WebhookOutcome;
import org.customactions.webhook.WebhookRequest;
import org.customactions.webhook.Webhooks;

/** Calls an API with the contact's data filled in. */
@ApplicationScoped
class WebhookKind implements ActionKind<WebhookConfig> {

    private final Webhooks webhooks;
    private final LiteralHosts hosts;
    private final WebhookConfiguration configuration;
    private final RenderThreads threads;
    private final LargeRequests largeRequests;
    private final Clock clock;
    private final UrlForms links;
    private final BackgroundWebhooks background;

    WebhookKind(
            Webhooks webhooks,
            LiteralHosts hosts,
            WebhookConfiguration configuration,
            RenderThreads threads,
            LargeRequests largeRequests,
            Clock clock,
            LinkConfiguration linkConfiguration,
            SecretKeys keys) {
        this.webhooks = webhooks;
        this.hosts = hosts;
        this.configuration = configuration;
        this.threads = threads;
        this.largeRequests = largeRequests;
        this.clock = clock;
        this.links = UrlForms.ofLinks(linkConfiguration.schemes());
        this.background = new BackgroundWebhooks(this, threads, keys, links, clock);
    }

    @Override
    public ActionType type() {
        return ActionType.WEBHOOK;
    }

    @Override
    public Class<WebhookConfig> configType() {
        return WebhookConfig.class;
    }

    @Override
    public WebhookConfig read(JsonFields fields) {
        return WebhookConfig.read(fields, links);
    }

    /**
     * Refuses written-out hosts that may not be called, and what could not be encrypted until it is sent. Names are
     * checked when the webhook runs.
     */
    @Override
    public Uni<List<FieldError>> check(UUID organizationId, WebhookConfig config) {
        return Uni.createFrom().item(() -> {
            var token = config.auth().filter(OAuth2Auth.class::isInstance).map(auth -> ((OAuth2Auth) auth).tokenUrl());
            var keyless = config.sending().isInBackground() && !background.arePossible()
                    ? Stream.of(new FieldError("config." + Sending.BACKGROUND, BackgroundWebhooks.KEYLESS))
                    : Stream.<FieldError>empty();
            return Stream.of(
                            complaint("config.url", config.url()),
                            token.stream().flatMap(url -> complaint("config.auth." + OAuth2Auth.TOKEN_URL, url)),
                            keyless)
                    .flatMap(complaints -> complaints)
                    .toList();
        });
    }

    @Override
    public List<FieldError> warnings(WebhookConfig config, KnownInputs inputs) {
        return WebhookWarnings.of(config, inputs);
    }

    @Override
    public Uni<ActionResult> execute(WebhookConfig config, ExecutionInput input) {
        var budget = RenderBudget.ofClick();
        return rendered(config, input, budget)
                .chain(request -> sent(input.organizationId(), request)
                        .chain(outcome -> shown(
                                outcome,
                                config,
                                input,
                                budget,
                                () -> WebhookExchange.of(
                                        request, outcome, ExchangeSecrets.of(config, request, budget)))))
                .onFailure(e -> isUnsendable(e) || e instanceof ApiException)
                .recoverWithItem(e -> unsendable(e, budget));
    }

    @Override
    public boolean isDeferred(WebhookConfig config) {
        return config.sending().isInBackground();
    }

    @Override
    public Uni<Acceptance> accept(WebhookConfig config, ExecutionInput input) {
        return background.accept(config, input);
    }

    @Override
    public Uni<Attempt> attempt(
            UUID organizationId, UUID executionId, byte[] request, Predicate<Boolean> keepsExchange) {
        return background.attempt(new ExecutionInput(executionId, organizationId, Map.of(), keepsExchange), request);
    }

    Uni<WebhookOutcome> sent(UUID organizationId, WebhookRequest request) {
        return largeRequests.held(organizationId, request, () -> webhooks.send(organizationId, request));
    }

    @Override
    public Uni<JsonNode> preview(WebhookConfig config, ExecutionInput input, Optional<JsonNode> sampleAnswer) {
        var budget = RenderBudget.ofClick();
        var isLong = sampleAnswer.isPresent() || !config.secretsMentioned().isEmpty();
        return threads.fillIn(
                input.organizationId(),
                budget,
                isLong ? Integer.MAX_VALUE : WebhookRendering.length(config),
                () -> WebhookPreview.of(config, input, sampleAnswer, budget, clock.instant(), links));
    }

    @Override
    public boolean isShownInParts() {
        return true;
    }

    @Override
    public ObjectNode withoutMasks(ObjectNode config, Consumer<FieldError> told) {
        return WebhookSecrets.withoutMasks(config, told);
    }

    /**
     * The upstream has done its work, so its answer is always told.
     *
     * @param exchange what was sent and answered, asked for if it is kept
     */
    Uni<ActionResult> shown(
            WebhookOutcome outcome,
            WebhookConfig config,
            ExecutionInput input,
            RenderBudget budget,
            Supplier<JsonNode> exchange) {
        if (outcome instanceof WebhookOutcome.Answered answered) {
            answered.secrets().texts().forEach(budget.hidden()::add);
        }
        return threads.fillIn(
                        input.organizationId(),
                        budget,
                        mayKeepExchange(outcome, config, input)
                                ? Integer.MAX_VALUE
                                : length(budget, length(config, outcome)),
                        () -> {
                            var result = HiddenData.of(
                                    budget.hidden(), AnswerResult.of(outcome, config, input, budget, links));
                            return input.keepsExchange().test(result.success())
                                    ? result.withExchange(exchange.get())
                                    : result;
                        })
                .onFailure(ApiException.class)
                .recoverWithItem(() -> unread(outcome, config, budget));
    }

    /** Looking for secrets in an exchange takes time, too. */
    private static boolean mayKeepExchange(WebhookOutcome outcome, WebhookConfig config, ExecutionInput input) {
        var maySucceed = outcome instanceof WebhookOutcome.Answered answered && answered.isSuccessful();
        var mayFail = !maySucceed || config.successWhen().isPresent();
        return maySucceed && input.keepsExchange().test(true)
                || mayFail && input.keepsExchange().test(false);
    }

    private Uni<WebhookRequest> rendered(WebhookConfig config, ExecutionInput input, RenderBudget budget) {
        return threads.fillIn(
                input.organizationId(),
                budget,
                WebhookRendering.length(config),
                () -> WebhookRendering.render(config, input, budget, clock.instant()));
    }

    /** Without what would have to be searched for secrets, because that has no place now. */
    private static ActionResult unread(WebhookOutcome outcome, WebhookConfig config, RenderBudget budget) {
        var result = AnswerResult.unread(outcome, config);
        return budget.hidden().isEmpty() ? result : HiddenData.of(budget.hidden(), result.withData(Optional.empty()));
    }

    /** Looking for secrets is nothing for a thread that serves others. */
    private static int length(RenderBudget budget, int length) {
        return budget.hidden().isEmpty() ? length : Integer.MAX_VALUE;
    }

    /** Characters of the templates of the result and of what they may show. */
    private static int length(WebhookConfig config, WebhookOutcome outcome) {
        var answer = outcome instanceof WebhookOutcome.Answered answered ? answered.body().length : 0;
        return answer
                + config.successWhen().map(String::length).orElse(0)
                + config.result().map(WebhookResult::length).orElse(0);
    }

    static ActionResult unsendable(Throwable e, RenderBudget budget) {
        return HiddenData.of(
                budget.hidden(), ActionResult.failure(outcome(e), "Webhook cannot be sent: " + e.getMessage()));
    }

    static boolean isUnsendable(Throwable e) {
        return e instanceof TemplateException
                || e instanceof UrlException
                || e instanceof RenderException
                || e instanceof MissingSecretException
                || e instanceof UnsendableException;
    }

    private static Outcome outcome(Throwable e) {
        return e instanceof MissingSecretException ? Outcome.SECRET_MISSING : Outcome.INVALID;
    }

    @Override
    public Duration longestRun() {
        return configuration.timeout();
    }

    @Override
    public Duration longestRun(WebhookConfig config) {
        return config.sending().timeout().orElseGet(this::longestRun);
    }

    @Override
    public JsonNode replaceSecrets(JsonNode config, BiFunction<String, JsonNode, JsonNode> replacement) {
        return WebhookSecrets.replaced(config, replacement);
    }

    @Override
    public void leaveOutSecrets(ObjectNode config, Set<String> places, Consumer<String> leftOut) {
        WebhookSecrets.leaveOut(config, places, leftOut);
    }

    @Override
    public boolean isExported(String place) {
        return WebhookSecrets.isExported(place);
    }

    private Stream<FieldError> complaint(String field, String url) {
        if (url.isEmpty()) {
            return Stream.empty();
        }
        return UrlTemplate.compile(url, Urls.WEB)
                .literalHost()
                .flatMap(host -> judged(host, FieldNames.label(field.substring(field.lastIndexOf('.') + 1))))
                .map(message -> new FieldError(field, message))
                .stream();
    }

    private Optional<String> judged(String host, String label) {
        try {
            return hosts.denied(host)
                    .map(reason ->
                            "%s must not point to %s: webhooks may not reach that network".formatted(label, host));
        } catch (UrlException e) {
            return Optional.of(label + ": " + e.getMessage());
        }
    }
}
