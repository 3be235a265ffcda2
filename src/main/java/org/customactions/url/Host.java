package org.customactions.url;

import io.netty.util.NetUtil;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host of a URL in the one spelling that is judged, sent and connected to, so that no two parsers can read it
 * differently. Numbers are read as the WHATWG URL standard does (<a
 * href="https://url.spec.whatwg.org/#concept-ipv4-parser">IPv4 parser</a>): {@code 2130706433}, {@code 0x7f.1},
 * {@code 0177.0.0.1} and {@code 127.1} are 127.0.0.1. Fullwidth characters and Unicode dots become ASCII first (IDNA,
 * RFC 3490), one trailing dot is dropped, IPv4-mapped IPv6 becomes IPv4. Zone ids, percent-encoding, and anything that
 * ends in a number without being an address are refused.
 */
public sealed interface Host {

    /** An address written as such. */
    record Literal(InetAddress address) implements Host {}

    /** A DNS name: ASCII, lower case, at most 253 characters, without a trailing dot. */
    record Name(String ascii) implements Host {

        private static final Pattern SYNTAX = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

        /** Whether the name means this machine by definition (RFC 6761 section 6.3). */
        public boolean isLocalhost() {
            return ascii.equals("localhost") || ascii.endsWith(".localhost");
        }
    }

    /**
     * @param host as it stands in a URL, without user and port; IPv6 with or without brackets
     * @throws HostException when it is neither an address nor a DNS name
     */
    static Host parse(String host) throws HostException {
        if (host.startsWith("[") || host.indexOf(':') >= 0) {
            return new Literal(ipv6(host));
        }
        String name = ascii(host);
        Optional<InetAddress> address = Ipv4Spelling.parse(name);
        if (address.isPresent()) {
            return new Literal(address.get());
        }
        if (name.length() > 253 || !Name.SYNTAX.matcher(name).matches()) {
            throw new HostException("The host of the URL is neither an IP address nor a host name");
        }
        return new Name(name);
    }

    /**
     * How the host is written in messages and, for IPv6 in brackets, in a {@code Host} header (RFC 9110 section 7.2).
     */
    default String text() {
        if (this instanceof Literal literal) {
            String address = NetUtil.toAddressString(literal.address());
            return address.indexOf(':') < 0 ? address : "[" + address + "]";
        }
        return ((Name) this).ascii();
    }

    private static String ascii(String host) throws HostException {
        String name;
        try {
            name = IDN.toASCII(host).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new HostException("The host of the URL is not a valid host name", e);
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static InetAddress ipv6(String host) throws HostException {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String address = bracketed ? host.substring(1, host.length() - 1) : host;
        if (address.indexOf('%') >= 0) {
            throw new HostException("The host of the URL must not have a zone id");
        }
        // Only these characters and only in brackets: then the parser of the JDK never asks DNS.
        if (!address.matches("[0-9a-fA-F:.]+")) {
            throw new HostException("The host of the URL is not a valid IPv6 address");
        }
        try {
            return InetAddress.getByName("[" + address + "]");
        } catch (UnknownHostException e) {
            throw new HostException("The host of the URL is not a valid IPv6 address", e);
        }
    }
}
