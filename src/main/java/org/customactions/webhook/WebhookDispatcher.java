package org.customactions.webhook;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.customactions.startup.StartOrder;

/**
 * Sends webhooks to allowed addresses, and gives up on upstreams that are slow, endless or broken.
 *
 * <ul>
 *   <li>The host is looked up once, every answer is checked by {@link AddressPolicy}, and the connection goes to a
 *       checked address. {@code Host}, SNI and the certificate check use the name.
 *   <li>One deadline covers the whole call; the body is counted while it streams.
 *   <li>Redirects are not followed, interim responses are skipped, content is not decompressed.
 *   <li>If no connection can be made, up to three addresses of the name are tried in turn.
 *   <li>A request is sent once more, on a new connection, in two cases only: if its connection was closed before any of
 *       it was sent, whatever the method; or if it is a GET or PUT on a kept-alive connection that was closed without a
 *       byte of an answer. A POST or PATCH that may have arrived is never repeated.
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

    /** @param trust the authorities that TLS trusts instead of those of the Java runtime, or null */
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

    /** Sends like {@link Webhooks#send}, even if the upstream has not been answering. */
    Uni<WebhookOutcome> send(UUID organizationId, WebhookRequest request) {
        var context = (ContextInternal) vertx.getOrCreateContext();
        return Uni.createFrom().emitter(emitter -> {
            var trace = CallTrace.start(tracer, request);
            var call = new WebhookCall(organizationId, request, transport, trace, context, emitter::complete);
            emitter.onTermination(() -> context.runOnContext(v -> call.cancel()));
            context.runOnContext(v -> call.start());
        });
    }

    @PreDestroy
    void close() {
        transport.close();
    }
}
