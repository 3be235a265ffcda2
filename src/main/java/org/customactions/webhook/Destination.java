package org.customactions.webhook;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.customactions.url.Host;
import org.customactions.url.HostException;

/**
 * Where a URL leads. Reads the authority itself, because {@link URI#getHost()} is null for hosts it does not know the
 * syntax of, an underscore or {@code 2130706433} among them.
 *
 * @param requestUri path and query in their raw form
 */
record Destination(boolean tls, Host host, int port, String requestUri) {

    /**
     * @throws InvalidUrlException when the URL has no http or https scheme, no host, an unusable port or credentials
     * @throws HostException when the host is neither an address nor a DNS name
     */
    static Destination of(URI url) throws InvalidUrlException, HostException {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new InvalidUrlException("Webhook URL must start with http:// or https://");
        }
        String authority = url.getRawAuthority();
        if (authority == null) {
            throw new InvalidUrlException("Webhook URL has no host");
        }
        if (authority.indexOf('@') >= 0) {
            throw new InvalidUrlException("Webhook URL must not contain a user name or a password");
        }
        boolean tls = scheme.equals("https");
        int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        return new Destination(tls, Host.parse(host), port(port, tls), requestUri(url));
    }

    private static int port(String digits, boolean tls) throws InvalidUrlException {
        if (digits.isEmpty()) {
            return defaultPort(tls);
        }
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65535) {
            throw new InvalidUrlException("Webhook URL must have a port from 1 to 65535");
        }
        return port;
    }

    private static String requestUri(URI url) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        // A request line is ASCII; only what is not is percent-encoded.
        return URI.create(target).toASCIIString();
    }

    private static int defaultPort(boolean tls) {
        return tls ? 443 : 80;
    }

    /** The value of the {@code Host} header. */
    String authority() {
        return port == defaultPort(tls) ? host.text() : host.text() + ":" + port;
    }

    /** A request that connects to the address, while certificate, SNI and {@code Host} follow the name. */
    RequestOptions at(InetAddress address, String method) {
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setSsl(tls)
                // By its digits, never by a name: the pool tells servers apart by this very string.
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(host instanceof Host.Name name ? name.ascii() : address.getHostAddress())
                .setPort(port)
                .setURI(requestUri);
    }

    /** A URL that no webhook can be sent to; the message is a sentence for the person who wrote it. */
    static final class InvalidUrlException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidUrlException(String message) {
            super(message);
        }
    }
}
