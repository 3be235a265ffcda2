package org.customactions.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.customactions.api.ApiException;
import org.customactions.api.ApiPaths;
import org.customactions.api.ErrorType;

/**
 * Refuses a request whose declared length is over 1 MiB, or over 512 KiB where no larger one makes sense and over 10
 * MiB for an import, with the envelope and before its body is read. A body without a declared length is measured by
 * {@link RequestBodies}.
 */
@ApplicationScoped
public class RequestLimits {

    private static final int KIB = 1024;

    /** Largest request body in bytes. */
    public static final int MAX_BODY_SIZE = 1024 * 1024;

    /** Largest body of what agents send again and again: clicks, orders, previews and tries. */
    public static final int MAX_SMALL_BODY_SIZE = 512 * 1024;

    /** Largest body of an import, which may bring all actions of an organization. */
    public static final int MAX_IMPORT_SIZE = 10 * 1024 * 1024;

    private static final Pattern IMPORT = Pattern.compile(ApiPaths.ACTIONS + "/import/?");
    private static final Pattern SMALL = Pattern.compile(ApiPaths.ACTIONS + "/(?:order|preview|try|[^/]+/execute)/?");

    /**
     * A declared body of at most this many bytes is read and thrown away, so that the client gets to read the answer.
     */
    private static final long MAX_DRAINED = 16L * MAX_BODY_SIZE;

    /** Runs before the framework's own limit, whose answer has no body. */
    void register(@Observes Filters filters) {
        filters.register(RequestLimits::judgeDeclaredLength, 100);
    }

    /** Most bytes that the body of a request to this path may have. */
    static int largestBody(String path) {
        if (IMPORT.matcher(path).matches()) {
            return MAX_IMPORT_SIZE;
        }
        return SMALL.matcher(path).matches() ? MAX_SMALL_BODY_SIZE : MAX_BODY_SIZE;
    }

    /** The refusal of a body that is larger than that. */
    static ApiException tooLarge(int largest) {
        return ApiException.of(
                ErrorType.PAYLOAD_TOO_LARGE,
                "The request body is larger than "
                        + (largest < KIB * KIB ? largest / KIB + " KiB" : largest / KIB / KIB + " MiB"));
    }

    private static void judgeDeclaredLength(RoutingContext context) {
        var declared = declaredLength(context);
        if (declared == 0) {
            context.next();
            return;
        }
        var largest = largestBody(context.normalizedPath());
        if (declared <= largest) {
            context.next();
            return;
        }
        if (declared > MAX_DRAINED) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        context.request().resume();
        RoutingErrors.answer(context, tooLarge(largest));
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
