package org.customactions.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/**
 * Refuses request bodies over 1 MiB in the envelope. A declared length is judged before the body is read; a chunked
 * body is judged while it is: the framework hands everything over {@code quarkus.rest.input-buffer-size} (set to the
 * same 1 MiB) as a stream that is still open, and a complete one otherwise.
 */
@Provider
public class RequestLimits implements ReaderInterceptor {

    /** Largest request body in bytes. */
    public static final int MAX_BODY_SIZE = 1024 * 1024;

    static final String BODY_TOO_LARGE = "The request body is larger than 1 MiB";

    /** A declared body up to this many bytes is read and thrown away, so that the client reads the answer. */
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
        RoutingErrors.answer(context, ApiException.of(ErrorType.PAYLOAD_TOO_LARGE, BODY_TOO_LARGE));
    }

    private static long declaredLength(RoutingContext context) {
        var header = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            // The HTTP decoder has refused every length that is not a number; one past a long is too large.
            return Long.MAX_VALUE;
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.getInputStream().readNBytes(MAX_BODY_SIZE + 1);
        if (body.length > MAX_BODY_SIZE) {
            throw ApiException.of(ErrorType.PAYLOAD_TOO_LARGE, BODY_TOO_LARGE);
        }
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (NumberFormatException e) {
            // The JSON parser lets this one through where an exponent has more digits than any number needs.
            throw ApiException.malformed("The request body holds a number that is out of range");
        }
    }
}
