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
import org.customactions.kind.Outcome;
import org.customactions.kind.Toast;
import org.customactions.template.RenderException;
import org.customactions.template.TemplateException;
import org.customactions.template.UrlTemplate;
import org.customactions.url.UrlException;
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
    private final Clock clock;

    WebhookKind(Webhooks webhooks, LiteralHosts hosts, WebhookConfiguration configuration, Clock clock) {
        this.webhooks = webhooks;
        this.hosts = hosts;
        this.configuration = configuration;
        this.clock = clock;
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
        return WebhookConfig.read(fields);
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
    public Uni<ActionResult> execute(WebhookConfig config, ExecutionInput input) {
        WebhookRequest request;
        try {
            request = WebhookRendering.render(config, input, clock.instant());
        } catch (TemplateException | UrlException | RenderException | UnsendableException e) {
            return Uni.createFrom()
                    .item(ActionResult.failure(Outcome.INVALID, "Webhook cannot be sent: " + e.getMessage()));
        }
        return webhooks.send(input.organizationId(), request).map(outcome -> result(outcome, config, input));
    }

    @Override
    public Uni<JsonNode> preview(WebhookConfig config, ExecutionInput input) {
        return Uni.createFrom().item(() -> {
            try {
                return WebhookPreview.of(config, input, WebhookRendering.render(config, input, clock.instant()));
            } catch (UrlException e) {
                throw ApiException.invalid("config.url", e.getMessage());
            } catch (RenderException | UnsendableException e) {
                throw ApiException.invalid("config", e.getMessage());
            }
        });
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

    private static ActionResult result(WebhookOutcome outcome, WebhookConfig config, ExecutionInput input) {
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
        return config.result()
                .map(shown ->
                        WebhookResultRendering.render(shown, input.variables(), UpstreamBody.json(answer), executed))
                .orElse(executed);
    }
}
