package org.customactions.outbound;

import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.customactions.url.Host;
import org.customactions.url.UrlAuthority;
import org.customactions.url.UrlException;

/**
 * An HTTP proxy of the operator's.
 *
 * @param host name or address
 * @param user who asks, if the proxy wants to know
 */
public record HttpProxy(String host, int port, Optional<User> user) {

    private static final Pattern WRITTEN =
            Pattern.compile("http://(?:([^/?#@]*)@)?([^/?#@]+)/?", Pattern.CASE_INSENSITIVE);
    private static final int DEFAULT_PORT = 80;

    /** Who asks a proxy. */
    public record User(String name, String password) {

        private static Optional<User> parse(String written) {
            var parts = written.split(":", 2);
            return parts.length < 2 || parts[0].isEmpty()
                    ? Optional.empty()
                    : Optional.of(new User(parts[0], parts[1]));
        }

        /** The value of {@code Proxy-Authorization}. */
        public String authorization() {
            var both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }

        @Override
        public String toString() {
            return "User";
        }
    }

    /**
     * Reads {@code http://proxy:3128}, or {@code http://user:password@proxy:3128} in which nothing is encoded; empty if
     * it is nothing like that.
     */
    public static Optional<HttpProxy> parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            var authority = UrlAuthority.split(written.group(2));
            var host = Host.parse(authority.host());
            var port = authority.portOr(DEFAULT_PORT);
            var user = Optional.ofNullable(written.group(1)).map(User::parse);
            return port.isEmpty() || user.isPresent() && user.get().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HttpProxy(address(host), port.getAsInt(), user.flatMap(found -> found)));
        } catch (UrlException e) {
            return Optional.empty();
        }
    }

    private static String address(Host host) {
        return host instanceof Host.Literal literal ? literal.address().getHostAddress() : host.text();
    }

    /** For a connection through the proxy. */
    public ProxyOptions options() {
        var options = new ProxyOptions().setType(ProxyType.HTTP).setHost(host).setPort(port);
        user.ifPresent(who -> options.setUsername(who.name()).setPassword(who.password()));
        return options;
    }
}
