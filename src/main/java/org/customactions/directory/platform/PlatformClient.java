package org.customactions.directory.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.customactions.directory.platform.PlatformFault.Kind;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Asks the platform: within a deadline, once more if no answer came, and not at all while an organization's calls are
 * not answered. Redirects are not followed: they would carry the authorization to who knows where.
 */
final class PlatformClient implements PlatformCalls {

    /** Bytes of an answer's body. */
    private static final int MOST_BYTES = 256 * 1024;

    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final int MAX_CONNECTIONS = 512;
    private static final int IDLE_SECONDS = 30;

    /** After the deadline, which comes first. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final int CALLS_WATCHED = 10;
    private static final double TOO_MANY_FAILURES = 0.5;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MAX_CIRCUITS = 10_000;

    private static final TypeLiteral<Uni<JsonNode>> ANSWER = new TypeLiteral<>() {};

    private final PlatformApi api;
    private final Duration timeout;
    private final LoadingCache<UUID, Guard> circuits =
            Caffeine.newBuilder().maximumSize(MAX_CIRCUITS).build(organizationId -> circuit());

    PlatformClient(PlatformSettings settings) {
        this.timeout = settings.timeout();
        this.api = QuarkusRestClientBuilder.newBuilder()
                // Each call has its own.
                .baseUri(URI.create("http://platform.invalid"))
                .followRedirects(false)
                .userAgent("custom-actions")
                .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)
                .httpClientOptionsCustomizer(options -> limit(options, settings))
                .httpClientRequestCustomizer(request -> AnswerBounds.bound(request, MOST_BYTES, timeout.plus(GRACE)))
                .register(renaming(settings.header()))
                .build(PlatformApi.class);
    }

    private static void limit(HttpClientOptions options, PlatformSettings settings) {
        settings.trust().ifPresent(options::setTrustOptions);
        options.setProtocolVersion(HttpVersion.HTTP_1_1)
                .setUseAlpn(false)
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setMaxWaitQueueSize(MAX_CONNECTIONS)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(MAX_HEADER_BYTES)
                .setDecompressionSupported(false)
                // A span would hold what was searched for.
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    /** The name of a header is fixed in the client's interface. */
    private static ClientRequestFilter renaming(String header) {
        return request -> {
            var values = request.getHeaders().remove(PlatformApi.AUTHORIZATION);
            if (values != null) {
                request.getHeaders().put(header, values);
            }
        };
    }

    private static Guard circuit() {
        return Guard.create()
                .withCircuitBreaker()
                .requestVolumeThreshold(CALLS_WATCHED)
                .failureRatio(TOO_MANY_FAILURES)
                .delay(PAUSE.toMillis(), ChronoUnit.MILLIS)
                .when(failure -> failure instanceof PlatformFault fault && fault.isDown())
                .done()
                .build();
    }

    @Override
    public Uni<JsonNode> get(UUID organizationId, String url, String authorization) {
        return circuits.get(organizationId)
                .get(() -> asked(url, authorization), ANSWER)
                .onFailure(CircuitBreakerOpenException.class)
                .transform(open -> new PlatformFault(
                        Kind.CIRCUIT_OPEN,
                        "it has not been answering, so it is left alone for %d s".formatted(PAUSE.toSeconds())));
    }

    private Uni<JsonNode> asked(String url, String authorization) {
        return Uni.createFrom()
                .deferred(() -> api.get(url, authorization))
                .onFailure(PlatformFaults::isUnanswered)
                .retry()
                .atMost(1)
                .onItem()
                .ifNull()
                .failWith(() -> new PlatformFault(Kind.WRONG_ANSWER, "its answer is empty"))
                .ifNoItem()
                .after(timeout)
                .failWith(() ->
                        new PlatformFault(Kind.TIMEOUT, "it did not answer within %d ms".formatted(timeout.toMillis())))
                .onFailure(failure -> !(failure instanceof PlatformFault))
                .transform(PlatformFaults::of);
    }
}
