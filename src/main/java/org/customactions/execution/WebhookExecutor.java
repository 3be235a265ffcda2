package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.customactions.action.WebhookConfig;
import org.customactions.api.ApiException;
import org.customactions.template.RenderException;
import org.customactions.template.TemplateException;
import org.customactions.template.UrlException;
import org.customactions.webhook.UpstreamBody;
import org.customactions.webhook.UpstreamBreakers;
import org.customactions.webhook.WebhookOutcome;
import org.customactions.webhook.WebhookRequest;

/** Calls an API with the contact's data filled in. */
@ApplicationScoped
public class WebhookExecutor implements ActionExecutor<WebhookConfig> {

    private static final String EXECUTED = "Webhook executed successfully";

    private final UpstreamBreakers upstreams;
    private final Clock clock;

    WebhookExecutor(UpstreamBreakers upstreams, Clock clock) {
        this.upstreams = upstreams;
        this.clock = clock;
    }

    @Override
    public Class<WebhookConfig> configType() {
        return WebhookConfig.class;
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
        return upstreams.send(input.organizationId(), request).map(outcome -> result(outcome, config, input));
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

    private static ActionResult result(WebhookOutcome outcome, WebhookConfig config, ExecutionInput input) {
        if (outcome instanceof WebhookOutcome.Failed failed) {
            return ActionResult.failure(Outcome.of(failed.cause(), failed.reason()), failed.message());
        }
        var answer = (WebhookOutcome.Answered) outcome;
        if (!answer.isSuccessful()) {
            return ActionResult.failure(
                    Outcome.answered("upstream_status", answer.status()),
                    ("Webhook returned status %d %s".formatted(answer.status(), answer.reasonPhrase())).strip(),
                    UpstreamBody.json(answer));
        }
        var executed = new ActionResult(
                Outcome.answered(Outcome.SUCCESS.code(), answer.status()),
                EXECUTED,
                Optional.of(new Toast(EXECUTED, Toast.Type.SUCCESS)),
                Optional.empty(),
                Optional.empty(),
                UpstreamBody.of(answer));
        return config.result()
                .map(shown ->
                        WebhookResultRendering.render(shown, input.variables(), UpstreamBody.json(answer), executed))
                .orElse(executed);
    }
}
