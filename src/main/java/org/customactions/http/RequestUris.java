package org.customactions.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/**
 * Refuses requests whose target is not a URI, with the envelope. The framework's own check answers before our code and
 * without a body, so {@link #checkHere()} switches it off; this check is the same.
 */
@ApplicationScoped
public class RequestUris {

    /** Runs before every other handler of a route, because some decode the path. */
    private static final int FIRST = 2_000;

    /** Call it before the framework starts. */
    public static void checkHere() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    void register(@Observes Filters filters) {
        filters.register(RequestUris::check, FIRST);
    }

    /** Some routes decode the path before any handler runs. */
    void register(@Observes Router router) {
        router.errorHandler(ErrorType.MALFORMED_REQUEST.status(), RequestUris::refuse);
    }

    private static void refuse(RoutingContext context) {
        RoutingErrors.answer(
                context,
                ApiException.malformed("The address of the request is not a valid URI; percent-encode its parts"));
    }

    private static void check(RoutingContext context) {
        try {
            new URI(context.request().uri());
            context.next();
        } catch (URISyntaxException e) {
            refuse(context);
        }
    }
}
