package org.customactions.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sends webhooks, each to where it may go, and none to an upstream that its organization knows to be down. */
@ApplicationScoped
public class Webhooks {

    private final WebhookDispatcher dispatcher;
    private final UpstreamBreakers breakers;

    Webhooks(WebhookDispatcher dispatcher, WebhookConfiguration configuration) {
        this.dispatcher = dispatcher;
        this.breakers = new UpstreamBreakers(configuration.circuitBreakerDelay());
    }

    /**
     * Sends the request when subscribed to, once per subscription. Never fails: whatever goes wrong is a
     * {@link WebhookOutcome.Failed}. The outcome arrives on the Vert.x context this method was called on. Cancelling
     * ends the request and closes its connection.
     *
     * @param organizationId on whose behalf; other organizations' failures with the same upstream do not count
     */
    public Uni<WebhookOutcome> send(UUID organizationId, WebhookRequest request) {
        return breakers.guard(organizationId, request, () -> dispatcher.send(request));
    }
}
