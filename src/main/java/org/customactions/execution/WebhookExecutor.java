package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.action.WebhookConfig;
import org.customactions.template.RenderException;
import org.customactions.template.UrlException;
import org.customactions.webhook.UpstreamBody;
import org.customactions.webhook.WebhookDispatcher;
import org.customactions.webhook.WebhookOutcome;
import org.customactions.webhook.WebhookRequest;

/** Calls an API with the contact's data filled in. */
@ApplicationScoped
public class WebhookExecutor implements ActionExecutor<WebhookConfig> {

    private static final String EXECUTED = "Webhook executed successfully";

    private final WebhookDispatcher dispatcher;

    WebhookExecutor(WebhookDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public Class<WebhookConfig> configType() {
        return WebhookConfig.class;
    }

    @Override
    public Uni<ActionResult> execute(UUID organizationId, WebhookConfig config, Map<String, Object> variables) {
        WebhookRequest request;
        try {
            request = WebhookRendering.render(config, variables);
        } catch (UrlException | RenderException | UnsendableException e) {
            return Uni.createFrom().item(ActionResult.failure("Webhook cannot be sent: " + e.getMessage()));
        }
        return dispatcher.send(request).map(outcome -> result(outcome, config, variables));
    }

    private static ActionResult result(WebhookOutcome outcome, WebhookConfig config, Map<String, Object> variables) {
        if (outcome instanceof WebhookOutcome.Failed failed) {
            return ActionResult.failure(failed.message());
        }
        var answer = (WebhookOutcome.Answered) outcome;
        if (!answer.isSuccessful()) {
            return ActionResult.failure(
                    ("Webhook returned status %d %s".formatted(answer.status(), answer.reasonPhrase())).strip(),
                    UpstreamBody.json(answer));
        }
        var data = UpstreamBody.of(answer);
        var executed = new ActionResult(
                true,
                EXECUTED,
                Optional.of(new Toast(EXECUTED, Toast.Type.SUCCESS)),
                Optional.empty(),
                Optional.empty(),
                data);
        return config.result()
                .map(shown -> WebhookResultRendering.render(shown, variables, UpstreamBody.json(answer), executed))
                .orElse(executed);
    }
}
