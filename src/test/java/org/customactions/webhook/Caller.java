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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.customactions.support.Pace;
import org.customactions.support.Patience;

/** Calls through its own Vert.x, which looks up names at a scripted DNS server. */
final class Caller implements AutoCloseable {

    private static final Tracer NO_TRACES = OpenTelemetry.noop().getTracer("none");

    /** An event loop that is held up this long counts as blocked. */
    private static final Duration BLOCKED = Duration.ofMillis(500);

    private final DnsServer dns = new DnsServer();
    private final Queue<String> blocked = new ConcurrentLinkedQueue<>();
    private final Vertx vertx;

    Caller() throws IOException {
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setMaxEventLoopExecuteTime(Pace.limit(BLOCKED).toMillis())
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setBlockedThreadCheckInterval(50)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setAddressResolverOptions(new AddressResolverOptions()
                        .addServer(dns.address())
                        .setSearchDomains(List.of())
                        .setCacheMaxTimeToLive(0)));
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
        return new WebhookDispatcher(vertx, configuration, NO_TRACES);
    }

    WebhookDispatcher dispatcher(WebhookConfiguration configuration, TrustOptions trust) {
        return new WebhookDispatcher(vertx, configuration, NO_TRACES, trust);
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
        return dispatcher.send(request).await().atMost(Patience.LIMIT);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        dns.close();
    }
}
