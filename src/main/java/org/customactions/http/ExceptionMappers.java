package org.customactions.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.CharConversionException;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorEnvelope;
import org.customactions.api.ErrorType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Turns every exception into an error body. */
final class ExceptionMappers {

    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    @ServerExceptionMapper
    RestResponse<ErrorEnvelope> told(ApiException exception) {
        return answer(exception);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    RestResponse<ErrorEnvelope> unauthenticated(SecurityException exception) {
        return answer(
                exception.getCause() instanceof ApiException reason
                        ? reason
                        : FrameworkMessages.of(ErrorType.UNAUTHORIZED));
    }

    @ServerExceptionMapper
    RestResponse<ErrorEnvelope> forbidden(ForbiddenException exception) {
        return answer(FrameworkMessages.of(ErrorType.FORBIDDEN));
    }

    // The framework has its own mapper for the second, which is more specific than the first.
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    RestResponse<ErrorEnvelope> malformed(JacksonException exception) {
        return answer(MalformedJson.describe(exception));
    }

    @ServerExceptionMapper
    RestResponse<ErrorEnvelope> framework(WebApplicationException exception, ServerRequestContext request) {
        if (exception.getCause() instanceof JacksonException json) {
            return answer(MalformedJson.describe(json));
        }
        var status = exception.getResponse().getStatus();
        var type = ErrorType.ofFrameworkStatus(status).orElse(null);
        if (type == null || type == ErrorType.INTERNAL_ERROR) {
            return unexpected(exception);
        }
        var answer = answer(FrameworkMessages.of(type));
        if (type == ErrorType.METHOD_NOT_ALLOWED) {
            answer.getHeaders()
                    .putSingle(HttpHeaders.ALLOW, AllowedMethods.of((ResteasyReactiveRequestContext) request));
        }
        return answer;
    }

    @ServerExceptionMapper
    RestResponse<ErrorEnvelope> unexpected(Throwable exception) {
        if (exception instanceof CharConversionException) {
            return answer(RequestBodies.notUtf8());
        }
        LOG.error("A request failed unexpectedly", exception);
        return answer(FrameworkMessages.of(ErrorType.INTERNAL_ERROR));
    }

    private static RestResponse<ErrorEnvelope> answer(ApiException exception) {
        var answer = RestResponse.ResponseBuilder.<ErrorEnvelope>create(
                        exception.type().status())
                .entity(ErrorEnvelope.of(exception))
                .type(MediaType.APPLICATION_JSON_TYPE);
        exception.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        exception.current().ifPresent(current -> answer.header(HttpHeaders.ETAG, current.tag()));
        if (exception.type() == ErrorType.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (exception.type() == ErrorType.METHOD_NOT_ALLOWED) {
            // Of a path that another setting makes readable only; the framework knows the methods of any other.
            answer.header(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
        }
        return answer.build();
    }
}
