package org.customactions.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Closes the connection of a request whose body does not arrive completely in time, even if bytes keep coming. It sends
 * no answer: such a client is broken or means harm.
 */
@ApplicationScoped
public class BodyDeadline {

    private static final Logger LOG = Logger.getLogger(BodyDeadline.class);

    private final long timeoutMillis;

    BodyDeadline(RequestConfiguration configuration) {
        this.timeoutMillis = configuration.bodyTimeout().toMillis();
    }

    /** Runs after the filters that refuse a body by its headers. */
    void register(@Observes Filters filters) {
        filters.register(this::watch, 90);
    }

    private void watch(RoutingContext context) {
        var request = context.request();
        if (hasBody(request)) {
            var timer = context.vertx().setTimer(timeoutMillis, due -> closeUnlessComplete(request));
            context.addEndHandler(answered -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    /** RFC 9112, section 6: one of these headers signals a body. Over HTTP/2 a body needs neither. */
    private static boolean hasBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version().alpnName().startsWith("h2");
    }

    private void closeUnlessComplete(HttpServerRequest request) {
        if (!request.isEnded()) {
            LOG.debugf("The body of a request took longer than %d ms to arrive", timeoutMillis);
            request.connection().close();
        }
    }
}
