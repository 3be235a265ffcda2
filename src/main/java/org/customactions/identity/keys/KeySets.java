package org.customactions.identity.keys;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.customactions.outbound.HttpProxy;
import org.customactions.outbound.TrustedAuthorities;

/** Makes the key sets that stand behind URLs and keeps them fresh. */
@ApplicationScoped
public class KeySets {

    private static final String PROXY = "custom-actions.identity.key-set.proxy";
    private static final String TRUSTED_CERTIFICATES = "custom-actions.identity.key-set.trusted-certificates";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final KeySetConfiguration configuration;
    private final MeterRegistry metrics;
    private Optional<Long> timer = Optional.empty();

    KeySets(Vertx vertx, KeySetConfiguration configuration, MeterRegistry metrics) {
        this.vertx = vertx;
        this.configuration = configuration;
        this.metrics = metrics;
    }

    /**
     * The key set at this URL. It is asked for the first time now, without waiting for the answer.
     *
     * @param library settings of the JWT library that operators may have set, and that go on working
     * @throws ConfigurationException if a setting cannot be used
     */
    public KeySet at(String url, JWTAuthContextInfo library) {
        var source = new KeySetUrl(url, vertx, options(library), TIMEOUT);
        var keys = new KeySet(
                withoutSecrets(url),
                () -> source.ask().onItemOrFailure().invoke((had, failure) -> count(failure)),
                System::nanoTime);
        keys.keepFresh();
        timer = Optional.of(vertx.setPeriodic(KeySet.BETWEEN_FETCHES.toMillis(), tick -> keys.keepFresh()));
        return keys;
    }

    @PreDestroy
    void stop() {
        timer.ifPresent(vertx::cancelTimer);
    }

    private void count(Throwable failure) {
        var outcome = failure == null ? "success" : failure instanceof KeySetFault fault ? fault.kind() : "other";
        metrics.counter("custom_actions.key_set.fetches", "outcome", outcome).increment();
    }

    private HttpClientOptions options(JWTAuthContextInfo library) {
        var timeout = (int) TIMEOUT.toMillis();
        var options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setUseAlpn(false)
                .setKeepAlive(false)
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setConnectTimeout(timeout)
                .setTrustAll(library.isTlsTrustAll())
                .setVerifyHost(!library.isTlsTrustAll());
        trust(library).ifPresent(options::setTrustOptions);
        proxy(library).ifPresent(options::setProxyOptions);
        return options;
    }

    private Optional<TrustOptions> trust(JWTAuthContextInfo library) {
        if (library.getTlsCertificate() != null) {
            try {
                return Optional.of(
                        TrustedAuthorities.of(library.getTlsCertificate().getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException | IOException e) {
                throw new ConfigurationException("smallrye.jwt.client.tls.certificate holds no certificates (PEM)");
            }
        }
        return configuration
                .trustedCertificates()
                .or(() -> Optional.ofNullable(library.getTlsCertificatePath()))
                .map(path -> TrustedAuthorities.ofFile(TRUSTED_CERTIFICATES, path));
    }

    private Optional<ProxyOptions> proxy(JWTAuthContextInfo library) {
        return configuration
                .proxy()
                .map(KeySets::proxy)
                .or(() -> Optional.ofNullable(library.getHttpProxyHost())
                        .map(host -> new ProxyOptions().setHost(host).setPort(library.getHttpProxyPort())));
    }

    private static ProxyOptions proxy(String text) {
        return HttpProxy.parse(text)
                .filter(proxy -> proxy.user().isEmpty())
                .map(HttpProxy::options)
                .orElseThrow(() -> new ConfigurationException(
                        "%s cannot be \"%s\": it must be like http://proxy:3128".formatted(PROXY, text)));
    }

    /** The URL for the log: its query may hold a key of the provider's API. */
    private static String withoutSecrets(String url) {
        return url.replaceFirst("[?#].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
