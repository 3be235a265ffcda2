package org.customactions.webhook;

import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.proxy.ProxyConnectException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.customactions.text.Quantity;
import org.customactions.url.Host;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;

/** Turns an exception into a sentence that an agent understands. The exception's own text is never shown. */
final class Failures {

    private Failures() {}

    static Failed addressDenied() {
        return new Failed(Cause.ADDRESS_DENIED, "Webhook address is not allowed");
    }

    /** Looking up the host gave no address that may be connected to. */
    static Failed ofLookUp(Throwable error, Host host) {
        if (error instanceof GuardedResolver.AddressDeniedException denied) {
            return new Failed(Cause.ADDRESS_DENIED, addressDenied().message(), Optional.of(denied.reason()));
        }
        return new Failed(Cause.UNKNOWN_HOST, "Webhook could not find the host " + host.text());
    }

    /** No connection was made, so nothing was sent. */
    static Failed ofConnect(Throwable error, Host host) {
        if (error instanceof ConnectionPoolTooBusyException) {
            return new Failed(
                    Cause.OVERLOADED, "Webhook was not sent, too many calls to " + host.text() + " are under way");
        }
        if (error instanceof ProxyConnectException) {
            return new Failed(Cause.CONNECT, "Webhook could not connect to " + host.text() + " through the proxy");
        }
        if (!(error instanceof SSLException)) {
            return new Failed(Cause.CONNECT, "Webhook could not connect to " + host.text());
        }
        return new Failed(
                Cause.TLS,
                isAboutCertificate(error)
                        ? "Webhook could not connect to " + host.text() + ", its certificate is not trusted"
                        : "Webhook could not connect to " + host.text() + ", no secure connection was agreed on");
    }

    /** The connection had been made. */
    static Failed ofExchange(Throwable error, Host host) {
        if (error instanceof ResponseTooLargeException) {
            return new Failed(Cause.RESPONSE_TOO_LARGE, error.getMessage());
        }
        if (error instanceof TooLongFrameException) {
            return new Failed(Cause.MALFORMED_RESPONSE, "Webhook response has a header that is too large");
        }
        if (isClosed(error)) {
            return new Failed(
                    Cause.CONNECTION_CLOSED,
                    "Webhook connection to " + host.text() + " was closed before the response was complete");
        }
        return new Failed(Cause.MALFORMED_RESPONSE, "Webhook response from " + host.text() + " is not valid HTTP");
    }

    /** Whether the other side or the network ended the connection. */
    static boolean isClosed(Throwable error) {
        return error instanceof HttpClosedException
                || error instanceof PrematureChannelClosureException
                || error instanceof IOException;
    }

    private static boolean isAboutCertificate(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            // In a handshake, only certificate and certification path errors are of this type.
            if (cause instanceof GeneralSecurityException) {
                return true;
            }
        }
        return false;
    }

    /** Thrown if the response is larger than the limit. */
    static final class ResponseTooLargeException extends Exception {

        private static final long serialVersionUID = 1L;

        ResponseTooLargeException(long limit) {
            super("Webhook response is larger than " + Quantity.ofBytes(limit), null, false, false);
        }
    }
}
