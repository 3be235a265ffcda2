package org.customactions.url;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and port of a URL (RFC 3986, 3.2), without credentials.
 *
 * @param host in lower-case ASCII: a name (an internationalised one in its IDNA form), an IPv4 address, or an IPv6
 *     address in brackets
 * @param port with its colon, or empty
 */
public record UrlAuthority(String host, String port) {
    private static final int MAX_HOST_LENGTH = 253;
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\[\\]]*]|[^:\\[\\]]*)(?::(.*))?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)*+\\.?");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("\\[[0-9a-fA-F:.]+]");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    /** @throws UrlException where it is not a host with an optional port */
    public static UrlAuthority parse(String authority) {
        if (authority.indexOf('@') >= 0) {
            throw credentials();
        }
        Matcher parts = HOST_AND_PORT.matcher(authority);
        if (!parts.matches()) {
            throw invalidHost();
        }
        return new UrlAuthority(host(parts.group(1)), port(parts.group(2)));
    }

    /** The end of the authority that starts at an offset. */
    public static int end(String url, int start) {
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    public static UrlException credentials() {
        return new UrlException("The URL must not contain a user name or password (an @ before the path)");
    }

    @Override
    public String toString() {
        return host + port;
    }

    private static String host(String host) {
        if (host.isEmpty()) {
            throw new UrlException("The URL must name a host");
        }
        return host.startsWith("[") ? ipv6(host) : name(host);
    }

    private static String name(String host) {
        String name = ascii(host);
        if (name.length() > MAX_HOST_LENGTH) {
            throw new UrlException("The URL's host must not be longer than 253 characters");
        }
        // The conversion lets names through of which nothing is left, such as a lone soft hyphen.
        if (!NAME.matcher(name).matches()) {
            throw invalidHost();
        }
        return name;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw invalidHost();
        }
    }

    private static String ipv6(String host) {
        try {
            if (IPV6_CHARACTERS.matcher(host).matches()) {
                return new URI("http://" + host)
                        .parseServerAuthority()
                        .getHost()
                        .toLowerCase(Locale.ROOT);
            }
        } catch (URISyntaxException e) {
            // Falls through to the same sentence as any other text in brackets.
        }
        throw new UrlException("The URL's host in brackets must be an IPv6 address");
    }

    private static String port(String port) {
        if (port == null) {
            return "";
        }
        int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : 0;
        if (number < 1 || number > 65_535) {
            throw new UrlException("The URL's port must be a number from 1 to 65535");
        }
        return ":" + number;
    }

    private static UrlException invalidHost() {
        return new UrlException("The URL's host must be a name of letters, digits, hyphens and dots, or an address");
    }
}
