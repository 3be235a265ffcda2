package org.customactions.webhook;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.customactions.url.UrlAuthority;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;

/**
 * Stops calling an upstream that is down, for one organization at a time: its clicks are answered at once instead of
 * holding sockets until the timeout, and no other organization's are affected.
 *
 * <p>If half of the last ten calls got no complete answer, the circuit opens for
 * {@link WebhookConfiguration#circuitBreakerDelay()}. Then one call is let through; if it is answered, all calls are.
 * An answer with any status counts. A call whose caller hung up counts neither for nor against the upstream.
 */
// Caffeine loads this class by name for the entries of a cache limited by size and by last use.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS")
final class UpstreamBreakers {

    /** The number of circuits that are kept. The least used ones are dropped and start closed again. */
    private static final int MAX_CIRCUITS = 10_000;

    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final LoadingCache<Upstream, Circuit> circuits;

    /** An upstream as one organization sees it. */
    private record Upstream(UUID organizationId, String origin) {}

    UpstreamBreakers(Duration delay) {
        this.circuits = Caffeine.newBuilder()
                .maximumSize(MAX_CIRCUITS)
                .expireAfterAccess(UNUSED)
                .build(upstream -> new Circuit(delay));
    }

    /** Makes the call, unless the request's upstream is known to be down. */
    Uni<WebhookOutcome> guard(UUID organizationId, WebhookRequest request, Supplier<Uni<WebhookOutcome>> call) {
        var circuit = circuits.get(new Upstream(organizationId, origin(request)));
        return Uni.createFrom()
                .deferred(() -> circuit.permit()
                        .map(permit -> made(permit, call))
                        .orElseGet(() -> Uni.createFrom().item(open(request))));
    }

    private static Uni<WebhookOutcome> made(Circuit.Permit permit, Supplier<Uni<WebhookOutcome>> call) {
        return Uni.createFrom()
                .deferred(call::get)
                .onItem()
                .invoke(outcome -> permit.ended(!isDown(outcome)))
                .onFailure()
                .invoke(permit::abandoned)
                .onCancellation()
                .invoke(permit::abandoned);
    }

    private static boolean isDown(WebhookOutcome outcome) {
        return outcome instanceof Failed failed && failed.cause().isUpstreamDown();
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
}
