package org.customactions.webhook;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Sends one request of a call. */
interface Sender {

    Uni<WebhookOutcome> send(UUID organizationId, WebhookRequest request, Deadline deadline);
}
