package org.customactions.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives every request an id for its answer and its log lines. */
@ApplicationScoped
public class RequestIds {

    /** Header of the id; a caller's own is kept if it is 1–128 of {@code A-Za-z0-9._-}. */
    public static final String HEADER = "X-Request-Id";

    /** Key of the id in the logging context. */
    public static final String LOG_KEY = "request_id";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::identify, 1000);
    }

    private static void identify(RoutingContext context) {
        assign(context);
        context.next();
    }

    /** Gives the request its id, unless it has one. */
    static void assign(RoutingContext context) {
        if (context.response().headers().contains(HEADER)) {
            return;
        }
        var sent = context.request().getHeader(HEADER);
        var id = sent != null && ACCEPTED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        context.response().putHeader(HEADER, id);
        MDC.put(LOG_KEY, id);
    }
}
