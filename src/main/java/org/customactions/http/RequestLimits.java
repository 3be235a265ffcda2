package org.customactions.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.customactions.api.ErrorType;

/**
 * Refuses a request whose declared length is over 1 MiB, with the envelope and before its body is read. A body without
 * a declared length is measured by {@link RequestBodies}.
 */
@ApplicationScoped
public class RequestLimits {

    /** Largest request body in bytes. */
    public static final int MAX_BODY_SIZE = 1024 * 1024;

    /**
     * A declared body of at most this many bytes is read and thrown away, so that the client gets to read the answer.
     */
    private static final long MAX_DRAINED = 16L * MAX_BODY_SIZE;

    /** Runs before the framework's own limit, whose answer has no body. */
    void register(@Observes Filters filters) {
        filters.register(RequestLimits::judgeDeclaredLength, 100);
    }

    private static void judgeDeclaredLength(RoutingContext context) {
        var declared = declaredLength(context);
        if (declared <= MAX_BODY_SIZE) {
            context.next();
            return;
        }
        if (declared > MAX_DRAINED) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        context.request().resume();
        RoutingErrors.answer(context, FrameworkMessages.of(ErrorType.PAYLOAD_TOO_LARGE));
    }

    private static long declaredLength(RoutingContext context) {
        var header = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            // The HTTP decoder has refused lengths that are not numbers, so this one is larger than a long.
            return Long.MAX_VALUE;
        }
    }
}
