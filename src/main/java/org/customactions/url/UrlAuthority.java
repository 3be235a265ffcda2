package org.customactions.url;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Host and port of a URL (RFC 3986, 3.2), without credentials.
 *
 * @param host IPv6 in brackets
 * @param port the text after the colon; empty if there is no colon
 */
public record UrlAuthority(String host, Optional<String> port) {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*)(?::(.*))?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int MAX_PORT = 65_535;

    /**
     * Host and port as they are written, not checked.
     *
     * @throws UrlException if there are credentials, or brackets around anything but the host
     */
    public static UrlAuthority split(String authority) {
        if (authority.indexOf('@') >= 0) {
            throw credentials();
        }
        var parts = HOST_AND_PORT.matcher(authority);
        if (!parts.matches()) {
            throw HostSpelling.invalid();
        }
        return new UrlAuthority(parts.group(1), Optional.ofNullable(parts.group(2)));
    }

    /**
     * Host and port as they are saved and rendered: the host in lower-case ASCII, the port without leading zeros.
     *
     * @throws UrlException if it is not a host with an optional port
     */
    public static UrlAuthority normalize(String authority) {
        var written = split(authority);
        return new UrlAuthority(HostSpelling.ascii(written.host), written.port.map(UrlAuthority::normalizePort));
    }

    /** The end of the authority that starts at an offset. */
    public static int end(String url, int start) {
        var end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    public static UrlException credentials() {
        return new UrlException("The URL must not contain a user name or password (an @ before the path)");
    }

    /**
     * The port to connect to; empty if the text is not a valid port.
     *
     * @param ifNone the port if none is written, with or without a colon
     */
    public OptionalInt portOr(int ifNone) {
        return port.filter(digits -> !digits.isEmpty())
                .map(UrlAuthority::number)
                .orElseGet(() -> OptionalInt.of(ifNone));
    }

    @Override
    public String toString() {
        return host + port.map(digits -> ":" + digits).orElse("");
    }

    private static String normalizePort(String digits) {
        var number =
                number(digits).orElseThrow(() -> new UrlException("The URL's port must be a number from 1 to 65535"));
        return Integer.toString(number);
    }

    private static OptionalInt number(String digits) {
        var number = PORT.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        return number < 1 || number > MAX_PORT ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
