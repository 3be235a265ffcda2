package org.customactions.webhook;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Failed;

/**
 * The tokens that webhooks are sent with, for each organization its own. One is fetched from its token server as a
 * webhook is sent, so by the same rules for addresses, once for all calls that wait for it, and kept until shortly
 * before it expires. A fetch has a deadline of its own and goes on if the call that began it ends.
 */
final class Tokens {

    /** Organizations whose tokens are kept. The least recent ones are dropped and fetch theirs again. */
    private static final int MAX_ORGANIZATIONS = 1_000;

    private static final Duration UNUSED = Duration.ofHours(1);

    private final Sender sender;
    private final WebhookDispatcher dispatcher;
    private final LoadingCache<UUID, KeptTokens> kept = Caffeine.newBuilder()
            .maximumSize(MAX_ORGANIZATIONS)
            .expireAfterAccess(UNUSED)
            .build(organizationId -> new KeptTokens());

    /** What asking for a token gave. */
    sealed interface Answer {}

    /**
     * A token.
     *
     * @param until when it is not used any more, of {@link System#nanoTime()}
     */
    record Token(String value, long until) implements Answer {

        boolean isUsable() {
            return until - System.nanoTime() > 0;
        }

        /** Without its value. */
        @Override
        public String toString() {
            return "Token";
        }
    }

    /** No token, and why. */
    record Refusal(Failed failure) implements Answer {}

    Tokens(Sender sender, WebhookDispatcher dispatcher) {
        this.sender = sender;
        this.dispatcher = dispatcher;
    }

    /** A token, or why there is none; on any thread. */
    Uni<Answer> get(UUID organizationId, ClientCredentials credentials) {
        return Uni.createFrom()
                .emitter(emitter -> kept.get(organizationId)
                        .get(credentials, () -> fetch(organizationId, credentials))
                        .whenComplete((answer, failure) -> {
                            if (failure == null) {
                                emitter.complete(answer);
                            } else {
                                emitter.fail(failure);
                            }
                        }));
    }

    /** The token is not used again, unless there is another one by now. */
    void forget(UUID organizationId, ClientCredentials credentials, Token refused) {
        kept.get(organizationId).forget(credentials, refused);
    }

    private CompletableFuture<Answer> fetch(UUID organizationId, ClientCredentials credentials) {
        var request = TokenRequest.of(credentials);
        var fetched = new CompletableFuture<Answer>();
        sender.send(organizationId, request, dispatcher.deadline(request))
                .map(outcome -> outcome instanceof Answered answer
                        ? TokenAnswer.read(answer)
                        : TokenAnswer.unreachable((Failed) outcome))
                .subscribe()
                .with(fetched::complete, fetched::completeExceptionally);
        return fetched;
    }
}
