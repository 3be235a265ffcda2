package org.customactions.kind.webhook;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.kind.Acceptance;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Attempt;
import org.customactions.kind.Attempt.Again;
import org.customactions.kind.Deferred;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.Outcome;
import org.customactions.kind.Toast;
import org.customactions.secret.SecretKeys;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderThreads;
import org.customactions.url.UrlForms;
import org.customactions.webhook.WebhookOutcome;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.customactions.webhook.WebhookRequest;

/** Webhooks whose clicks are answered before they are sent. */
final class BackgroundWebhooks {

    static final String KEYLESS =
            "A webhook can be sent in the background only if the service has a secrets key; please tell your"
                    + " administrator, or remove background";

    private static final String ACCEPTED = "Webhook accepted";
    private static final int MAX_LENGTH_AT_ONCE = 16 * 1024;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** For what waits for room on this replica. */
    private static final Again SHORTLY = new Again(Duration.ofSeconds(2), false);

    private final WebhookKind kind;
    private final RenderThreads threads;
    private final SecretKeys keys;
    private final UrlForms links;
    private final Clock clock;

    BackgroundWebhooks(WebhookKind kind, RenderThreads threads, SecretKeys keys, UrlForms links, Clock clock) {
        this.kind = kind;
        this.threads = threads;
        this.keys = keys;
        this.links = links;
        this.clock = clock;
    }

    /** Whether there is a key for what is kept until it is sent. */
    boolean arePossible() {
        return keys.currentId().isPresent();
    }

    Uni<Acceptance> accept(WebhookConfig config, ExecutionInput input) {
        if (!arePossible()) {
            return Uni.createFrom()
                    .item(new Acceptance(ActionResult.failure(Outcome.INVALID, KEYLESS), Optional.empty()));
        }
        var budget = RenderBudget.ofClick();
        return threads.fillIn(
                        input.organizationId(),
                        budget,
                        WebhookRendering.length(config),
                        () -> deferred(config, input, budget))
                .map(deferred -> new Acceptance(accepted(input.variables()), Optional.of(deferred)))
                .onFailure(e -> WebhookKind.isUnsendable(e) || e instanceof ApiException)
                .recoverWithItem(e -> new Acceptance(WebhookKind.unsendable(e, budget), Optional.empty()));
    }

    private Deferred deferred(WebhookConfig config, ExecutionInput input, RenderBudget budget) {
        var request = WebhookRendering.render(config, input, budget, clock.instant());
        return new Deferred(origin(request), BackgroundWebhook.bytes(config, input, request, budget));
    }

    private static ActionResult accepted(Map<String, Object> variables) {
        var name = variables.get("action") instanceof Map<?, ?> action ? action.get("name") : "Webhook";
        return ActionResult.of(Outcome.ACCEPTED, ACCEPTED)
                .with(new Toast("%s is under way".formatted(name), Toast.Type.INFO));
    }

    /** @param input without variables; those of the click are kept with what is sent */
    Uni<Attempt> attempt(ExecutionInput input, byte[] bytes) {
        return read(input.organizationId(), bytes).chain(stored -> {
            var budget = RenderBudget.ofClick();
            stored.hidden().forEach(budget.hidden()::add);
            var request = stored.signed(input.executionId(), clock.instant());
            return kind.sent(input.organizationId(), request)
                    .chain(outcome -> kind.shown(
                                    outcome,
                                    stored.config(),
                                    input.with(stored.variables()),
                                    budget,
                                    () -> WebhookExchange.of(
                                            request,
                                            outcome,
                                            ExchangeSecrets.ofStored(stored.exchangeSecrets(), budget)))
                            .map(result -> new Attempt(result, again(outcome))))
                    .onFailure(UnsendableException.class)
                    .recoverWithItem(e -> new Attempt(WebhookKind.unsendable(e, budget), Optional.of(SHORTLY)));
        });
    }

    /** A long one is read where that delays nobody. */
    private Uni<BackgroundWebhook> read(UUID organizationId, byte[] bytes) {
        return bytes.length <= MAX_LENGTH_AT_ONCE
                ? Uni.createFrom().item(() -> BackgroundWebhook.read(bytes, links))
                : threads.aside(organizationId, () -> BackgroundWebhook.read(bytes, links));
    }

    private Optional<Again> again(WebhookOutcome outcome) {
        if (outcome instanceof Failed failed) {
            return failed.cause().mayPass() ? Optional.of(new Again(Duration.ZERO, true)) : Optional.empty();
        }
        var answer = (Answered) outcome;
        return switch (answer.status()) {
            case TOO_MANY_REQUESTS, UNAVAILABLE ->
                Optional.of(new Again(RetryAfter.of(answer.headers(), clock.instant()), true));
            case 408, 425 -> Optional.of(new Again(Duration.ZERO, true));
            default ->
                answer.status() >= 500 && answer.status() < 600
                        ? Optional.of(new Again(Duration.ZERO, true))
                        : Optional.empty();
        };
    }

    private static String origin(WebhookRequest request) {
        var url = request.url();
        return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
