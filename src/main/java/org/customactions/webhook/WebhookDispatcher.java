package org.customactions.webhook;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.customactions.startup.StartOrder;

/**
 * Sends webhooks to where they may go, and gives up on upstreams that are slow, endless or broken.
 *
 * <ul>
 *   <li>The host is looked up once, every answer is judged by {@link AddressPolicy}, and the connection goes to a
 *       judged address, while {@code Host}, SNI and the certificate check follow the name.
 *   <li>One deadline covers the whole call; the body is counted while it streams.
 *   <li>Redirects are not followed, interim responses are skipped, content is not decompressed.
 *   <li>When no connection can be made, up to three addresses of the name are tried in turn.
 *   <li>A request is sent once more, on a new connection, in two cases only. Its connection was closed before any of it
 *       left, whatever the method; or it is a GET or PUT on a kept-alive connection that was closed without a byte of
 *       an answer. A POST or PATCH that may have arrived is never repeated.
 *   <li>The trace that the caller's request belongs to is handed on, as a W3C {@code traceparent}.
 * </ul>
 *
 * Is created at start, so that a configuration that cannot be used ends the start with a sentence about it.
 */
@Startup(StartOrder.SETTINGS)
@ApplicationScoped
class WebhookDispatcher {

    private final Vertx vertx;
    private final Transport transport;
    private final Tracer tracer;

    @Inject
    WebhookDispatcher(Vertx vertx, WebhookConfiguration configuration, Tracer tracer) {
        this(vertx, configuration, tracer, null);
    }

    /** @param trust whom TLS trusts instead of the certificate authorities of the Java runtime, or null */
    WebhookDispatcher(Vertx vertx, WebhookConfiguration configuration, Tracer tracer, TrustOptions trust) {
        this.vertx = vertx;
        this.tracer = tracer;
        this.transport = Transport.of(vertx, configuration, trust);
    }

    /** As {@link Webhooks#send}, whether or not the upstream has been answering. */
    Uni<WebhookOutcome> send(WebhookRequest request) {
        var context = (ContextInternal) vertx.getOrCreateContext();
        return Uni.createFrom().emitter(emitter -> {
            var trace = CallTrace.start(tracer, request);
            var call = new WebhookCall(request, transport, trace, context, emitter::complete);
            emitter.onTermination(() -> context.runOnContext(v -> call.cancel()));
            context.runOnContext(v -> call.start());
        });
    }

    @PreDestroy
    void close() {
        transport.close();
    }
}
