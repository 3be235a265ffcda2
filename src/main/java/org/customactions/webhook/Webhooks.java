package org.customactions.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Sends webhooks to allowed addresses, but not to an upstream that is down for the organization; fetches the token for
 * them if they need one, and follows redirects if they ask for it.
 */
@ApplicationScoped
public class Webhooks {

    private final WebhookDispatcher dispatcher;
    private final UpstreamBreakers breakers;
    private final Authorized authorized;
    private final Redirections redirections;

    Webhooks(WebhookDispatcher dispatcher, WebhookConfiguration configuration) {
        this.dispatcher = dispatcher;
        this.breakers = new UpstreamBreakers(configuration.circuitBreakerDelay());
        this.authorized = new Authorized(new Tokens(this::one, dispatcher), this::one, dispatcher);
        this.redirections = new Redirections(this::one);
    }

    /**
     * Sends the request when subscribed to, once per subscription. Never fails: every problem is a
     * {@link WebhookOutcome.Failed}. The outcome arrives on the Vert.x context this method was called on. Cancelling
     * ends the request and closes its connection.
     *
     * @param organizationId the organization that calls; other organizations' failures with the same upstream do not
     *     count
     */
    public Uni<WebhookOutcome> send(UUID organizationId, WebhookRequest request) {
        return Uni.createFrom().deferred(() -> {
            var deadline = dispatcher.deadline(request);
            return authorized
                    .send(organizationId, request, deadline)
                    .chain(sent -> redirections.follow(organizationId, sent, deadline))
                    .map(Sent::shown);
        });
    }

    private Uni<WebhookOutcome> one(UUID organizationId, WebhookRequest request, Deadline deadline) {
        return breakers.guard(organizationId, request, () -> dispatcher.send(organizationId, request, deadline));
    }
}
