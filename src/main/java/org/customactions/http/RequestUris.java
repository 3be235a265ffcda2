package org.customactions.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/**
 * Refuses requests whose target is not a URI, or has a segment of dots, with the envelope. Such a segment would lead a
 * request past a gateway that compares the beginning of paths. The framework's own check answers before our code and
 * without a body, so {@link #checkHere()} switches it off; this check is the same.
 */
@ApplicationScoped
public class RequestUris {

    private static final Pattern DOTS = Pattern.compile("(?i)(?:^|/)(?:\\.|%2e){1,2}(?:/|;|$)");

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
            var path = new URI(context.request().uri()).getRawPath();
            if (path != null && hasDots(path)) {
                refuseDots(context);
            } else {
                context.next();
            }
        } catch (URISyntaxException e) {
            refuse(context);
        }
    }

    private static boolean hasDots(String path) {
        return (path.indexOf('.') >= 0 || path.indexOf('%') >= 0)
                && DOTS.matcher(path).find();
    }

    private static void refuseDots(RoutingContext context) {
        RoutingErrors.answer(
                context,
                ApiException.malformed("The address of the request has a segment \".\" or \"..\"; leave it out"));
    }
}
