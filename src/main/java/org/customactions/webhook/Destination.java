package org.customactions.webhook;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import org.customactions.outbound.HttpProxy;
import org.customactions.url.Host;
import org.customactions.url.UrlAuthority;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;

/**
 * The place that a URL leads to. Host and port are read from its authority, because {@link URI#getHost()} is null for
 * hosts whose syntax {@link URI} does not know, such as a name with an underscore or {@code 2130706433}.
 *
 * @param requestUri path and query in their raw form
 */
record Destination(boolean tls, Host host, int port, String requestUri) {

    /**
     * @throws InvalidUrlException if the URL has no http or https scheme, no host, an unusable port or credentials
     * @throws UrlException if the host is neither an address nor a DNS name
     */
    static Destination of(URI url) throws InvalidUrlException {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!Urls.WEB.names().contains(scheme)) {
            throw new InvalidUrlException("Webhook URL must start with http:// or https://");
        }
        var written = url.getRawAuthority();
        if (written == null) {
            throw new InvalidUrlException("Webhook URL has no host");
        }
        if (written.indexOf('@') >= 0) {
            throw new InvalidUrlException("Webhook URL must not contain a user name or a password");
        }
        var tls = scheme.equals("https");
        var authority = UrlAuthority.split(written);
        var host = Host.parse(authority.host());
        var port = authority
                .portOr(defaultPort(tls))
                .orElseThrow(() -> new InvalidUrlException("Webhook URL must have a port from 1 to 65535"));
        return new Destination(tls, host, port, requestUri(url));
    }

    private static String requestUri(URI url) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        // A request line is ASCII, so all other characters are percent-encoded.
        return URI.create(target).toASCIIString();
    }

    private static int defaultPort(boolean tls) {
        return tls ? 443 : 80;
    }

    /** The value of the {@code Host} header. */
    String authority() {
        return port == defaultPort(tls) ? host.text() : host.text() + ":" + port;
    }

    /** A request that connects to the address. The certificate check, SNI and {@code Host} use the name. */
    RequestOptions at(InetAddress address, String method) {
        return new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setSsl(tls)
                // As digits, never as a name: the pool tells servers apart by this string.
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(peer())
                .setPort(port)
                .setURI(requestUri);
    }

    /** A request through a proxy: by {@code CONNECT} for https, with the whole URL for http. */
    RequestOptions through(HttpProxy proxy, String method) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(method))
                .setSsl(tls)
                .setHost(peer())
                .setPort(port);
        if (tls) {
            return options.setServer(SocketAddress.inetSocketAddress(port, name()))
                    .setProxyOptions(proxy.options())
                    .setURI(requestUri);
        }
        proxy.user()
                .ifPresent(user ->
                        options.putHeader(HttpHeaderNames.PROXY_AUTHORIZATION.toString(), user.authorization()));
        return options.setServer(SocketAddress.inetSocketAddress(proxy.port(), proxy.host()))
                .setURI("http://" + authority() + requestUri);
    }

    /** What the client takes the other side for. */
    private String peer() {
        return tls ? UnderscoredHosts.peer(name()) : name();
    }

    /** What the certificate has to be for. */
    private String name() {
        return host instanceof Host.Name name
                ? name.ascii()
                : ((Host.Literal) host).address().getHostAddress();
    }

    /** Whether both are of one origin: scheme, host and port. */
    boolean isOfTheOriginOf(Destination other) {
        return tls == other.tls && port == other.port && host.equals(other.host);
    }

    /** Thrown if no webhook can be sent to a URL. The message is a sentence for the person who wrote it. */
    static final class InvalidUrlException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidUrlException(String message) {
            super(message);
        }
    }
}
