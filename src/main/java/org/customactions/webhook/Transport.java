package org.customactions.webhook;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.customactions.outbound.HttpProxy;
import org.customactions.outbound.TrustedAuthorities;

/**
 * The HTTP clients and limits that all calls share. Connections are pooled by scheme, checked address or proxy, and
 * host with port, so one is never reused for a name that now resolves elsewhere. HTTP/1.1 only; the clients follow no
 * redirects and unpack nothing.
 *
 * @param routes looks hosts up, judges the answers and says where to connect to
 * @param pooled keeps connections for 30 s, shorter than load balancers commonly do, and at most 256 to one host and
 *     address: four organizations at their default limit of concurrent calls. Up to 512 calls wait; more are refused
 * @param single makes a new connection for each request and closes it afterwards: for repeating a request once
 * @param timeout of a whole call whose request has none of its own
 * @param maxResponseSize in bytes
 */
record Transport(Routes routes, HttpClient pooled, HttpClient single, Duration timeout, long maxResponseSize) {

    /** The longest that a request may ask for. */
    static final Duration MAX_TIMEOUT = Duration.ofSeconds(60);

    private static final String PROXY = "custom-actions.webhook.proxy";
    private static final String TRUSTED_CERTIFICATES = "custom-actions.webhook.trusted-certificates";

    private static final int MAX_CONNECTIONS = 256;
    // The pool counts calls whose connection is being made as waiting.
    private static final int MAX_WAITING = 2 * MAX_CONNECTIONS;
    private static final int IDLE_SECONDS = 30;
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    /** @param given the authorities that TLS trusts instead of those of the configuration, or null */
    static Transport of(
            Vertx vertx, WebhookConfiguration configuration, AddressResolverOptions resolving, TrustOptions given) {
        var trust = new HostTrust(Optional.ofNullable(given).or(() -> trusted(configuration)));
        return new Transport(
                new Routes(
                        new GuardedResolver((VertxInternal) vertx, allowed(configuration), resolving),
                        configuration.proxy().map(Transport::proxy),
                        direct(configuration)),
                client(vertx, configuration, trust, true),
                client(vertx, configuration, trust, false),
                configuration.timeout(),
                configuration.maxResponseSize().asLongValue());
    }

    private static AllowedNetworks allowed(WebhookConfiguration configuration) {
        return read(AllowedNetworks::parse, configuration.allowedNetworks());
    }

    private static DirectHosts direct(WebhookConfiguration configuration) {
        return read(DirectHosts::parse, configuration.noProxy());
    }

    private static <T> T read(Function<List<String>, T> reader, Optional<List<String>> entries) {
        try {
            return reader.apply(entries.orElse(List.of()));
        } catch (IllegalArgumentException e) {
            // Without its cause: a failed start reports the innermost exception, which does not name the setting.
            throw new ConfigurationException(e.getMessage());
        }
    }

    /** The usual authorities and those of the operator; empty for the usual ones alone. */
    private static Optional<TrustOptions> trusted(WebhookConfiguration configuration) {
        return configuration.trustedCertificates().map(path -> TrustedAuthorities.ofFile(TRUSTED_CERTIFICATES, path));
    }

    private static HttpProxy proxy(String text) {
        // It may hold a password, so what was written is not repeated.
        return HttpProxy.parse(text)
                .orElseThrow(() -> new ConfigurationException(
                        PROXY + " must be like http://proxy:3128 or http://user:password@proxy:3128"));
    }

    private static HttpClient client(
            Vertx vertx, WebhookConfiguration configuration, TrustOptions trust, boolean keepAlive) {
        // Longer than the deadline of any call, so that the deadline comes first.
        var longest = Math.max(configuration.timeout().toMillis(), MAX_TIMEOUT.toMillis());
        var patience = (int) Math.min(longest + 1000, Integer.MAX_VALUE);
        // Without a metrics name on purpose: with one, Quarkus would publish the path of each call as a label.
        var options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setUseAlpn(false)
                .setSslEngineOptions(new UnderscoredHosts())
                .setVerifyHost(true)
                .setTrustOptions(trust)
                .setKeepAlive(keepAlive)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setDecompressionSupported(false)
                .setMaxRedirects(0)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                // CallTrace makes the span: this one would contain the whole URL, and so customer data.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setTcpNoDelay(true)
                .setConnectTimeout(patience)
                .setSslHandshakeTimeout(patience)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        var pool = new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS).setMaxWaitQueueSize(MAX_WAITING);
        return vertx.httpClientBuilder()
                .with(options)
                .with(pool)
                .withConnectHandler(ConnectionWatch::install)
                .build();
    }

    Future<Void> close() {
        return Future.join(pooled.close(), single.close()).mapEmpty();
    }
}
