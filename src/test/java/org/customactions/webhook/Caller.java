package org.customactions.webhook;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.customactions.support.Pace;
import org.customactions.support.Patience;

/** Calls through its own Vert.x, which looks up names at a scripted DNS server. */
final class Caller implements AutoCloseable {

    static final UUID ORGANIZATION = UUID.randomUUID();

    private static final Tracer NO_TRACES = OpenTelemetry.noop().getTracer("none");

    /** An event loop that is held up this long counts as blocked. */
    private static final Duration BLOCKED = Duration.ofMillis(500);

    private final DnsServer dns = new DnsServer();
    private final Queue<String> blocked = new ConcurrentLinkedQueue<>();
    private final Vertx vertx;

    private final AddressResolverOptions resolving;

    Caller() throws IOException {
        this(0);
    }

    /** @param maxTimeToLive most seconds that an answer of the DNS server may be used again */
    Caller(int maxTimeToLive) throws IOException {
        resolving = new AddressResolverOptions()
                .addServer(dns.address())
                .setSearchDomains(List.of())
                .setCacheMaxTimeToLive(maxTimeToLive);
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setMaxEventLoopExecuteTime(Pace.limit(BLOCKED).toMillis())
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setBlockedThreadCheckInterval(50)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setAddressResolverOptions(resolving));
        ((VertxInternal) vertx)
                .blockedThreadChecker()
                .setThreadBlockedHandler(event -> blocked.add(event.thread().getName()));
    }

    DnsServer dns() {
        return dns;
    }

    Vertx vertx() {
        return vertx;
    }

    /** Names of event loop threads that were seen blocked. */
    Queue<String> blocked() {
        return blocked;
    }

    WebhookDispatcher dispatcher(WebhookConfiguration configuration) {
        return dispatcher(configuration, null);
    }

    WebhookDispatcher dispatcher(WebhookConfiguration configuration, TrustOptions trust) {
        return new WebhookDispatcher(vertx, configuration, resolving, NO_TRACES, trust);
    }

    static WebhookRequest get(String url) {
        return new WebhookRequest("GET", URI.create(url), Map.of(), new byte[0]);
    }

    static WebhookRequest post(String url, String body) {
        return new WebhookRequest(
                "POST",
                URI.create(url),
                Map.of("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static WebhookOutcome send(WebhookDispatcher dispatcher, WebhookRequest request) {
        return send(ORGANIZATION, dispatcher, request);
    }

    static WebhookOutcome send(UUID organizationId, WebhookDispatcher dispatcher, WebhookRequest request) {
        return dispatcher.send(organizationId, request).await().atMost(Patience.LIMIT);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        dns.close();
    }
}
