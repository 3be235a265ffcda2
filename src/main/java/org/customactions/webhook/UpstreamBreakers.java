package org.customactions.webhook;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.customactions.url.UrlAuthority;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Stops calling an upstream that is down, for one organization at a time: its clicks are answered at once instead of
 * holding sockets until the timeout, and no other organization's are affected.
 *
 * <p>If half of the last {@value #WINDOW} calls got no complete answer, the circuit opens for
 * {@link WebhookConfiguration#circuitBreakerDelay()}. Then one call is let through; if it is answered, all calls are.
 * An answer with any status counts.
 */
// Caffeine loads this class by name for the entries of a cache limited by size and by last use.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS")
final class UpstreamBreakers {

    private static final int WINDOW = 10;
    private static final double FAILURE_RATIO = 0.5;

    /** The number of circuits that are kept. The least used ones are dropped and start closed again. */
    private static final int MAX_CIRCUITS = 10_000;

    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Duration delay;
    private final LoadingCache<Upstream, TypedGuard<Uni<WebhookOutcome>>> circuits;

    /** An upstream as one organization sees it. */
    private record Upstream(UUID organizationId, String origin) {}

    UpstreamBreakers(Duration delay) {
        this.delay = delay;
        this.circuits = Caffeine.newBuilder()
                .maximumSize(MAX_CIRCUITS)
                .expireAfterAccess(UNUSED)
                .build(upstream -> newCircuit());
    }

    /** Makes the call, unless the request's upstream is known to be down. */
    Uni<WebhookOutcome> guard(UUID organizationId, WebhookRequest request, Supplier<Uni<WebhookOutcome>> call) {
        var circuit = circuits.get(new Upstream(organizationId, origin(request)));
        // The circuit breaker passes no cancellation on. A call that it never sees end would keep it half-open.
        var abandoned = new CompletableFuture<WebhookOutcome>();
        return circuit.get(() -> Uni.join()
                        .first(call.get(), Uni.createFrom().completionStage(abandoned))
                        .toTerminate()
                        .map(UpstreamBreakers::failWhenDown))
                .onCancellation()
                .invoke(() -> abandoned.complete(
                        new Failed(Cause.ABANDONED, "Webhook was cancelled because the caller hung up")))
                .onFailure(UpstreamDownException.class)
                .recoverWithItem(failure -> ((UpstreamDownException) failure).outcome)
                .onFailure(CircuitBreakerOpenException.class)
                .recoverWithItem(failure -> open(request));
    }

    private TypedGuard<Uni<WebhookOutcome>> newCircuit() {
        return TypedGuard.create(new TypeLiteral<Uni<WebhookOutcome>>() {})
                .withCircuitBreaker()
                .requestVolumeThreshold(WINDOW)
                .failureRatio(FAILURE_RATIO)
                .delay(delay.toMillis(), ChronoUnit.MILLIS)
                .failOn(UpstreamDownException.class)
                .done()
                .build();
    }

    private static WebhookOutcome failWhenDown(WebhookOutcome outcome) {
        if (outcome instanceof Failed failed && failed.cause().isUpstreamDown()) {
            throw new UpstreamDownException(failed);
        }
        return outcome;
    }

    private static WebhookOutcome open(WebhookRequest request) {
        return new Failed(
                Cause.CIRCUIT_OPEN,
                "Webhook was not sent, %s has not been answering; please try again shortly"
                        .formatted(UrlAuthority.split(request.url().getRawAuthority())
                                .host()));
    }

    private static String origin(WebhookRequest request) {
        var url = request.url();
        return (url.getScheme() + "://" + url.getRawAuthority()).toLowerCase(Locale.ROOT);
    }

    /** Carries an outcome past the circuit breaker, which counts exceptions. */
    private static final class UpstreamDownException extends RuntimeException {

        private final transient WebhookOutcome outcome;

        UpstreamDownException(WebhookOutcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }
}
