package org.customactions.http;

import io.netty.buffer.Unpooled;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/**
 * Counts the bytes of large answers, from before they are read from the database until they have left the service, so
 * that neither one organization's nor all of them together exhaust the memory. An answer on its own is let through up
 * to {@value #MAX_ALONE} bytes.
 */
@ApplicationScoped
public class AnswerBytes {

    /** Smaller answers are not counted: an organization's reads at once are few. */
    static final long UNCOUNTED = 64 * 1024;

    static final long MAX_PER_ORGANIZATION = 10 * 1024 * 1024;
    static final long MAX_IN_ALL = 32 * 1024 * 1024;
    static final long MAX_ALONE = 48 * 1024 * 1024;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final ApiException HUNG_UP = ApiException.of(ErrorType.UNAVAILABLE, "The caller has hung up");

    private final CurrentVertxRequest current;
    private final Map<UUID, Long> underWay = new HashMap<>();
    private long inAll;

    AnswerBytes(CurrentVertxRequest current) {
        this.current = current;
    }

    /**
     * Counts the answer to the current request until it was sent or its caller hung up. To be called while the request
     * is the current one; what it returns takes about how long the answer will be, before it is read. That throws 429
     * or 503 if too much is under way, 413 if it is too large even alone.
     */
    public LongConsumer reserving(UUID organizationId) {
        var request = current.getCurrent();
        return bytes -> reserve(request, organizationId, bytes);
    }

    /** Whether an answer failed because nobody waits for it, which says nothing about other answers. */
    public static boolean isHungUp(Throwable failure) {
        return failure == HUNG_UP;
    }

    void reserve(RoutingContext request, UUID organizationId, long bytes) {
        if (bytes <= UNCOUNTED) {
            return;
        }
        if (bytes > MAX_ALONE) {
            throw ApiException.of(
                    ErrorType.PAYLOAD_TOO_LARGE, "The answer would be too large; ask for it page by page with limit");
        }
        if (request.response().closed() || request.response().ended()) {
            throw HUNG_UP;
        }
        take(organizationId, bytes);
        request.addEndHandler(ended -> whenSent(request, () -> release(organizationId, bytes)));
    }

    synchronized void take(UUID organizationId, long bytes) {
        var own = underWay.getOrDefault(organizationId, 0L);
        if (own > 0 && own + bytes > MAX_PER_ORGANIZATION) {
            throw ApiException.passing(
                    ErrorType.TOO_MANY_REQUESTS,
                    "Your organization has too many large answers under way; please try again shortly",
                    RETRY_AFTER);
        }
        if (inAll > 0 && inAll + bytes > MAX_IN_ALL) {
            throw ApiException.passing(
                    ErrorType.UNAVAILABLE,
                    "The service has too many large answers under way; please try again shortly",
                    RETRY_AFTER);
        }
        underWay.put(organizationId, own + bytes);
        inAll += bytes;
    }

    synchronized void release(UUID organizationId, long bytes) {
        inAll -= bytes;
        underWay.computeIfPresent(organizationId, (id, own) -> own == bytes ? null : own - bytes);
    }

    /** The end of a response says that it was handed over; what is written after it goes out after it. */
    private static void whenSent(RoutingContext request, Runnable action) {
        // An empty buffer passes the HTTP encoder as it is.
        ((ConnectionBase) request.request().connection())
                .channel()
                .writeAndFlush(Unpooled.EMPTY_BUFFER)
                .addListener(sent -> action.run());
    }
}
