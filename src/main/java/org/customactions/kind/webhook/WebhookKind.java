package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionKind;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ActionType;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.HiddenData;
import org.customactions.kind.LinkConfiguration;
import org.customactions.kind.Outcome;
import org.customactions.kind.Toast;
import org.customactions.template.MissingSecretException;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderException;
import org.customactions.template.RenderThreads;
import org.customactions.template.TemplateException;
import org.customactions.template.UrlTemplate;
import org.customactions.text.HiddenTexts;
import org.customactions.url.UrlException;
import org.customactions.url.UrlForms;
import org.customactions.url.Urls;
import org.customactions.webhook.LiteralHosts;
import org.customactions.webhook.UpstreamBody;
import org.customactions.webhook.WebhookConfiguration;
import org.customactions.webhook.WebhookOutcome;
import org.customactions.webhook.WebhookRequest;
import org.customactions.webhook.Webhooks;

/** Calls an API with the contact's data filled in. */
@ApplicationScoped
class WebhookKind implements ActionKind<WebhookConfig> {

    private static final String EXECUTED = "Webhook executed successfully";

    private final Webhooks webhooks;
    private final LiteralHosts hosts;
    private final WebhookConfiguration configuration;
    private final RenderThreads threads;
    private final LargeRequests largeRequests;
    private final Clock clock;
    private final UrlForms links;

    WebhookKind(
            Webhooks webhooks,
            LiteralHosts hosts,
            WebhookConfiguration configuration,
            RenderThreads threads,
            LargeRequests largeRequests,
            Clock clock,
            LinkConfiguration linkConfiguration) {
        this.webhooks = webhooks;
        this.hosts = hosts;
        this.configuration = configuration;
        this.threads = threads;
        this.largeRequests = largeRequests;
        this.clock = clock;
        this.links = UrlForms.ofLinks(linkConfiguration.schemes());
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

    /** Refuses a written-out host that may not be called. Names are checked when the webhook runs. */
    @Override
    public Uni<List<FieldError>> check(UUID organizationId, WebhookConfig config) {
        return Uni.createFrom()
                .item(() -> UrlTemplate.compile(config.url(), Urls.WEB)
                        .literalHost()
                        .flatMap(this::complaint)
                        .map(message -> new FieldError("config.url", message))
                        .stream()
                        .toList());
    }

    @Override
    public List<FieldError> warnings(WebhookConfig config) {
        return WebhookWarnings.of(config);
    }

    @Override
    public Uni<ActionResult> execute(WebhookConfig config, ExecutionInput input) {
        var budget = RenderBudget.ofClick();
        return rendered(config, input, budget)
                .chain(request -> largeRequests.held(
                        input.organizationId(), request, () -> webhooks.send(input.organizationId(), request)))
                .chain(outcome -> shown(outcome, config, input, budget))
                .onFailure(e -> isUnsendable(e) || e instanceof ApiException)
                .recoverWithItem(e -> HiddenData.of(
                        budget.hidden(),
                        ActionResult.failure(outcome(e), "Webhook cannot be sent: " + e.getMessage())));
    }

    @Override
    public Uni<JsonNode> preview(WebhookConfig config, ExecutionInput input) {
        var budget = RenderBudget.ofClick();
        return rendered(config, input, budget)
                .chain(request -> threads.<JsonNode>fillIn(
                        input.organizationId(),
                        budget,
                        length(budget, request.body().length),
                        () -> WebhookPreview.of(request, budget)))
                .onFailure(WebhookKind::isUnsendable)
                .transform(e -> ApiException.invalid(
                        e instanceof UrlException ? "config.url" : "config",
                        HiddenData.of(budget.hidden(), e.getMessage()).orElse(HiddenTexts.MASK)));
    }

    /** The upstream has done its work, so its answer is always told. */
    private Uni<ActionResult> shown(
            WebhookOutcome outcome, WebhookConfig config, ExecutionInput input, RenderBudget budget) {
        return threads.fillIn(
                        input.organizationId(),
                        budget,
                        length(budget, length(config, outcome)),
                        () -> HiddenData.of(budget.hidden(), result(outcome, config.result(), input, budget)))
                .onFailure(ApiException.class)
                .recoverWithItem(() -> unread(outcome, input, budget));
    }

    private Uni<WebhookRequest> rendered(WebhookConfig config, ExecutionInput input, RenderBudget budget) {
        return threads.fillIn(
                input.organizationId(),
                budget,
                WebhookRendering.length(config),
                () -> WebhookRendering.render(config, input, budget, clock.instant()));
    }

    /** Without what would have to be searched for secrets, because that has no place now. */
    private ActionResult unread(WebhookOutcome outcome, ExecutionInput input, RenderBudget budget) {
        var result = result(outcome, Optional.empty(), input, budget);
        return budget.hidden().isEmpty() ? result : HiddenData.of(budget.hidden(), result.withData(Optional.empty()));
    }

    /** Looking for secrets is nothing for a thread that serves others. */
    private static int length(RenderBudget budget, int length) {
        return budget.hidden().isEmpty() ? length : Integer.MAX_VALUE;
    }

    /** Characters of the templates of the result and of what they may show. */
    private static int length(WebhookConfig config, WebhookOutcome outcome) {
        var answer = outcome instanceof WebhookOutcome.Answered answered ? answered.body().length : 0;
        return answer + config.result().map(WebhookResult::length).orElse(0);
    }

    private static boolean isUnsendable(Throwable e) {
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
    public JsonNode replaceSecrets(JsonNode config, BiFunction<String, JsonNode, JsonNode> replacement) {
        return WebhookSecrets.replaced(config, replacement);
    }

    private Optional<String> complaint(String host) {
        try {
            return hosts.denied(host)
                    .map(reason -> "Url must not point to %s: webhooks may not reach that network".formatted(host));
        } catch (UrlException e) {
            return Optional.of("Url: " + e.getMessage());
        }
    }

    private ActionResult result(
            WebhookOutcome outcome, Optional<WebhookResult> result, ExecutionInput input, RenderBudget budget) {
        if (outcome instanceof WebhookOutcome.Failed failed) {
            return ActionResult.failure(Outcome.of(failed.cause(), failed.reason()), failed.message());
        }
        var answer = (WebhookOutcome.Answered) outcome;
        if (!answer.isSuccessful()) {
            return ActionResult.failure(
                            Outcome.answered("upstream_status", answer.status()),
                            ("Webhook returned status %d %s".formatted(answer.status(), answer.reasonPhrase())).strip())
                    .withData(UpstreamBody.json(answer));
        }
        var executed = ActionResult.of(Outcome.answered(Outcome.SUCCESS.code(), answer.status()), EXECUTED)
                .with(new Toast(EXECUTED, Toast.Type.SUCCESS))
                .withData(UpstreamBody.of(answer));
        return result.map(shown -> WebhookResultRendering.render(
                        shown, AnswerVariables.of(input.variables(), answer, budget.hidden()), budget, links, executed))
                .orElse(executed);
    }
}
