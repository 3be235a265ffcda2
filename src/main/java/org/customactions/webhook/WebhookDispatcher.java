package org.customactions.webhook;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.customactions.startup.StartOrder;
import org.customactions.webhook.WebhookOutcome.Answered;

/**
 * Sends webhooks to allowed addresses, and gives up on upstreams that are slow, endless or broken.
 *
 * <ul>
 *   <li>The host is looked up once, every answer is checked by {@link AddressPolicy}, and the connection goes to a
 *       checked address. {@code Host}, SNI and the certificate check use the name.
 *   <li>With a proxy, names are not looked up: the proxy does that.
 *   <li>The body is counted while it streams. {@link Unpacking} does the rest of it.
 *   <li>Interim responses are skipped. A redirect is an answer; {@link Redirections} follow it.
 *   <li>If no connection can be made, up to three addresses of the name are tried in turn.
 *   <li>A request is sent once more, on a new connection, in two cases only: if its connection was closed before any of
 *       it was sent, whatever the method; or if it is a GET, PUT or DELETE on a kept-alive connection that was closed
 *       without a byte of an answer. A POST or PATCH that may have arrived is never repeated.
 *   <li>The trace of the caller's request is passed on as a W3C {@code traceparent}.
 * </ul>
 *
 * Created at startup, so that an unusable configuration stops the start with a sentence about it.
 */
@Startup(StartOrder.SETTINGS)
@ApplicationScoped
class WebhookDispatcher {

    private final Vertx vertx;
    private final Transport transport;
    private final Tracer tracer;

    @Inject
    WebhookDispatcher(Vertx vertx, WebhookConfiguration configuration, ResolverOptions resolving, Tracer tracer) {
        this(vertx, configuration, resolving.get(), tracer, null);
    }

    /** @param trust the authorities that TLS trusts instead of those of the configuration, or null */
    WebhookDispatcher(
            Vertx vertx,
            WebhookConfiguration configuration,
            AddressResolverOptions resolving,
            Tracer tracer,
            TrustOptions trust) {
        this.vertx = vertx;
        this.tracer = tracer;
        this.transport = Transport.of(vertx, configuration, resolving, trust);
    }

    /** The context that outcomes arrive on. */
    ContextInternal context() {
        return (ContextInternal) vertx.getOrCreateContext();
    }

    /** A deadline for a call that starts now, by its request or else the configuration. */
    Deadline deadline(WebhookRequest request) {
        return Deadline.in(request.delivery().timeout().orElse(transport.timeout()));
    }

    /** Sends one request with a deadline of its own, even if the upstream has not been answering. */
    Uni<WebhookOutcome> send(UUID organizationId, WebhookRequest request) {
        return Uni.createFrom().deferred(() -> send(organizationId, request, deadline(request)));
    }

    /** As {@link #send(UUID, WebhookRequest)}, as a part of a call. */
    Uni<WebhookOutcome> send(UUID organizationId, WebhookRequest request, Deadline deadline) {
        var context = context();
        Uni<WebhookOutcome> sent = Uni.createFrom().emitter(emitter -> {
            var trace = CallTrace.start(tracer, request);
            var call = new WebhookCall(organizationId, request, transport, deadline, trace, context, emitter::complete);
            emitter.onTermination(() -> context.runOnContext(v -> call.cancel()));
            context.runOnContext(v -> call.start());
        });
        return sent.chain(outcome -> Unpacking.isNeeded(outcome)
                ? Uni.createFrom()
                        .item(() -> Unpacking.of(request, (Answered) outcome, transport.maxResponseSize()))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .emitOn(task -> context.runOnContext(v -> task.run()))
                : Uni.createFrom().item(outcome));
    }

    @PreDestroy
    void close() {
        transport.close();
    }
}
