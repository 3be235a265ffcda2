package org.customactions.url;

import io.netty.util.NetUtil;
import java.net.InetAddress;

/**
 * The host of a URL, in the form that is checked, sent and connected to. Numbers are read as the WHATWG URL standard
 * does (<a href="https://url.spec.whatwg.org/#concept-ipv4-parser">IPv4 parser</a>): {@code 2130706433},
 * {@code 0x7f.1}, {@code 0177.0.0.1} and {@code 127.1} are 127.0.0.1. One trailing dot is dropped, IPv4-mapped IPv6
 * becomes IPv4. A host that ends in a number but is not an address is refused.
 */
public sealed interface Host {

    /** An IP address that is written out. */
    record Literal(InetAddress address) implements Host {}

    /** A DNS name: ASCII, lower case, at most 253 characters, without a trailing dot. */
    record Name(String ascii) implements Host {

        /** Whether the name means this machine by definition (RFC 6761 section 6.3). */
        public boolean isLocalhost() {
            return ascii.equals("localhost") || ascii.endsWith(".localhost");
        }
    }

    /**
     * @param host as written in a URL, without user and port; IPv6 with or without brackets
     * @throws UrlException if it is neither an address nor a DNS name
     */
    static Host parse(String host) {
        var isBareIpv6 = host.indexOf(':') >= 0 && !host.startsWith("[");
        var spelling = HostSpelling.ascii(isBareIpv6 ? "[" + host + "]" : host);
        if (spelling.startsWith("[")) {
            return new Literal(Ipv6Spelling.parse(spelling));
        }
        var name = spelling.endsWith(".") ? spelling.substring(0, spelling.length() - 1) : spelling;
        return Ipv4Spelling.parse(name).<Host>map(Literal::new).orElseGet(() -> new Name(name));
    }

    /** The host as it is written in messages and in a {@code Host} header, IPv6 in brackets (RFC 9110 section 7.2). */
    default String text() {
        if (this instanceof Literal literal) {
            var address = NetUtil.toAddressString(literal.address());
            return address.indexOf(':') < 0 ? address : "[" + address + "]";
        }
        return ((Name) this).ascii();
    }
}
