package org.customactions.webhook;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.customactions.webhook.Tokens.Refusal;
import org.customactions.webhook.Tokens.Token;
import org.customactions.webhook.WebhookOutcome.Answered;

/**
 * Gives a request its token. If the upstream does not accept it (401), a new one is fetched and the request sent again,
 * once: it may have been withdrawn before its time.
 */
final class Authorized {

    private static final int UNAUTHORIZED = 401;

    private final Tokens tokens;
    private final Sender sender;
    private final WebhookDispatcher dispatcher;

    Authorized(Tokens tokens, Sender sender, WebhookDispatcher dispatcher) {
        this.tokens = tokens;
        this.sender = sender;
        this.dispatcher = dispatcher;
    }

    Uni<Sent> send(UUID organizationId, WebhookRequest request, Deadline deadline) {
        return request.delivery()
                .credentials()
                .map(credentials -> send(new Call(organizationId, request, credentials, deadline)))
                .orElseGet(() -> one(organizationId, request, deadline));
    }

    private record Call(
            UUID organizationId, WebhookRequest request, ClientCredentials credentials, Deadline deadline) {}

    private Uni<Sent> send(Call call) {
        return withToken(
                call,
                used -> with(used, call).chain(sent -> {
                    if (!isRefused(sent.outcome())) {
                        return Uni.createFrom().item(sent);
                    }
                    tokens.forget(call.organizationId(), call.credentials(), used);
                    return withToken(call, fresh -> with(fresh, call));
                }));
    }

    private Uni<Sent> withToken(Call call, Function<Token, Uni<Sent>> sending) {
        var context = dispatcher.context();
        return tokens.get(call.organizationId(), call.credentials())
                .ifNoItem()
                .after(Duration.ofMillis(Math.max(1, call.deadline().remainingMillis())))
                .recoverWithItem(() -> new Refusal(call.deadline().missed()))
                .emitOn(task -> context.runOnContext(v -> task.run()))
                .chain(got -> got instanceof Token token
                        ? sending.apply(token)
                        : Uni.createFrom().item(new Sent(call.request(), ((Refusal) got).failure())));
    }

    private Uni<Sent> with(Token token, Call call) {
        return one(call.organizationId(), call.request().withToken(token.value()), call.deadline());
    }

    private Uni<Sent> one(UUID organizationId, WebhookRequest request, Deadline deadline) {
        return sender.send(organizationId, request, deadline).map(outcome -> new Sent(request, outcome));
    }

    private static boolean isRefused(WebhookOutcome outcome) {
        return outcome instanceof Answered answer && answer.status() == UNAUTHORIZED;
    }
}
