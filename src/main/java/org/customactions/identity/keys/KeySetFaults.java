package org.customactions.identity.keys;

import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Says what went wrong with a key set, and what to do about it. */
final class KeySetFaults {

    private static final int LONGEST = 300;
    private static final int FIRST_REDIRECT = 300;
    private static final int FIRST_ERROR = 400;

    private KeySetFaults() {}

    static KeySetFault of(Throwable failure) {
        if (has(failure, UnknownHostException.class)) {
            return new KeySetFault("unknown host", "the name of its host is not known; check the URL and the DNS");
        }
        if (has(failure, CertificateException.class) || has(failure, CertPathBuilderException.class)) {
            return new KeySetFault(
                    "certificate",
                    ("the certificate of its server is not trusted (%s); if it is from an authority of your own, set"
                                    + " custom-actions.identity.key-set.trusted-certificates to that authority's PEM file")
                            .formatted(innermost(failure)));
        }
        if (has(failure, SSLException.class)) {
            return new KeySetFault(
                    "tls", "its server does not speak TLS as this service does (%s)".formatted(innermost(failure)));
        }
        if (has(failure, ConnectException.class)) {
            return new KeySetFault("refused", "nothing accepts connections there (%s)".formatted(innermost(failure)));
        }
        return has(failure, HttpClosedException.class)
                ? new KeySetFault("cut", "the connection ended before the answer did")
                : new KeySetFault("unreachable", "it cannot be reached (%s)".formatted(innermost(failure)));
    }

    static KeySetFault ofStatus(int status, String location) {
        return status >= FIRST_REDIRECT && status < FIRST_ERROR && location != null
                ? new KeySetFault(
                        "redirect",
                        "it redirects, which is not followed; use the URL %s".formatted(printable(location)))
                : new KeySetFault("status", "it answers with status %d".formatted(status));
    }

    /** Text from elsewhere, as a part of one line. */
    static String printable(String text) {
        var plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    private static String innermost(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return printable(String.valueOf(cause.getMessage()));
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
