package org.customactions.directory.platform;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.customactions.directory.platform.PlatformFault.Kind;

/** Tells what went wrong with a call to the platform. */
final class PlatformFaults {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    private PlatformFaults() {}

    /** Whether nothing came back, so that the call may be made once more. */
    static boolean isUnanswered(Throwable failure) {
        return !(failure instanceof WebApplicationException)
                && !has(failure, JacksonException.class)
                && !has(failure, AnswerBounds.TooLarge.class)
                && !has(failure, SSLException.class)
                && has(failure, IOException.class);
    }

    static PlatformFault of(Throwable failure) {
        if (has(failure, AnswerBounds.TooLarge.class)) {
            return new PlatformFault(Kind.TOO_LARGE, "its answer is larger than 256 KiB");
        }
        if (failure instanceof WebApplicationException answered && !has(failure, JacksonException.class)) {
            return ofStatus(answered.getResponse().getStatus());
        }
        if (has(failure, UnknownHostException.class)) {
            return new PlatformFault(Kind.UNREACHABLE, "the name of its host is not known; check the URL and the DNS");
        }
        if (has(failure, CertificateException.class) || has(failure, CertPathBuilderException.class)) {
            return new PlatformFault(
                    Kind.UNREACHABLE,
                    "the certificate of its server is not trusted; if it is from an authority of your own, set"
                            + " custom-actions.directory.trusted-certificates to that authority's PEM file");
        }
        if (has(failure, TimeoutException.class)) {
            return new PlatformFault(Kind.TIMEOUT, "it did not answer in time");
        }
        // Vert.x has its own for a connection that broke in the middle of an answer, or that could not be had.
        if (isUnanswered(failure) || has(failure, SSLException.class) || has(failure, VertxException.class)) {
            return new PlatformFault(Kind.UNREACHABLE, "it cannot be reached, or cut the connection");
        }
        return new PlatformFault(
                Kind.WRONG_ANSWER,
                "its answer is no JSON, or nested too deep; its Content-Type must be application/json");
    }

    private static PlatformFault ofStatus(int status) {
        if (status == NOT_FOUND) {
            return new PlatformFault(Kind.NOT_FOUND, "it knows no such contact");
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return new PlatformFault(
                    Kind.FORBIDDEN,
                    "it refuses the authorization with status %d; check custom-actions.directory.authorization"
                            .formatted(status));
        }
        return new PlatformFault(
                Kind.STATUS,
                status >= FIRST_REDIRECT && status < FIRST_ERROR
                        ? "it redirects, which is not followed; use the URL that it redirects to"
                        : "it answers with status %d".formatted(status));
    }

    private static boolean has(Throwable failure, Class<?> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
