package org.customactions.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorEnvelope;
import org.customactions.api.ErrorType;
import org.jboss.logging.Logger;

/** Gives the common envelope to errors before a resource is reached, such as a missing Host header. */
@ApplicationScoped
public class RoutingErrors {

    private static final Logger LOG = Logger.getLogger(RoutingErrors.class);
    private static final int BEFORE_THE_FRAMEWORKS_OWN = -100;

    void register(@Observes Router router) {
        router.route().order(BEFORE_THE_FRAMEWORKS_OWN).failureHandler(RoutingErrors::failed);
    }

    private static void failed(RoutingContext context) {
        if (context.response().headWritten()) {
            context.request().connection().close();
            return;
        }
        var type = context.statusCode() < 0
                ? ErrorType.INTERNAL_ERROR
                : ErrorType.ofFrameworkStatus(context.statusCode()).orElse(ErrorType.INTERNAL_ERROR);
        if (type == ErrorType.INTERNAL_ERROR) {
            LOG.error("A request failed before it reached a resource", context.failure());
        }
        answer(context, FrameworkMessages.of(type));
    }

    static void answer(RoutingContext context, ApiException error) {
        RequestIds.assign(context);
        context.response()
                .setStatusCode(error.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json;charset=UTF-8")
                .end(body(error));
    }

    private static Buffer body(ApiException error) {
        try {
            var mapper = Arc.container().instance(ObjectMapper.class).get();
            return Buffer.buffer(mapper.writeValueAsBytes(ErrorEnvelope.of(error)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An error body of plain strings could not be written", e);
        }
    }
}
