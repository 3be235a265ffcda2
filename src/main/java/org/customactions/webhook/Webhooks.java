package org.customactions.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sends webhooks to allowed addresses, but not to an upstream that is down for the organization. */
@ApplicationScoped
public class Webhooks {

    private final WebhookDispatcher dispatcher;
    private final UpstreamBreakers breakers;

    Webhooks(WebhookDispatcher dispatcher, WebhookConfiguration configuration) {
        this.dispatcher = dispatcher;
        this.breakers = new UpstreamBreakers(configuration.circuitBreakerDelay());
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
        return breakers.guard(organizationId, request, () -> dispatcher.send(organizationId, request));
    }
}
