package org.customactions.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.customactions.url.Cidr;

/**
 * Decides whether a webhook may go to an address: a pure function that allows it or names a reason. Special-purpose
 * blocks of the IANA registries are denied, because they lead into the cluster, to the machine itself or nowhere. An
 * IPv4-mapped IPv6 address is judged as the IPv4 address inside. Networks in
 * {@code custom-actions.webhook.allowed-networks} are allowed before anything else is checked.
 */
public final class AddressPolicy {

    private final AllowedNetworks allowed;

    AddressPolicy(AllowedNetworks allowed) {
        this.allowed = Objects.requireNonNull(allowed);
    }

    /** The verdict on one address. Never blocks, never resolves. */
    Verdict judge(InetAddress address) {
        if (allowed.contains(address)) {
            return new Verdict.Allowed();
        }
        for (var reason : Reason.values()) {
            if (reason.covers(address)) {
                return new Verdict.Denied(reason);
            }
        }
        return new Verdict.Allowed();
    }

    /** The decision about an address. */
    sealed interface Verdict {

        /** A webhook may go there. */
        record Allowed() implements Verdict {}

        /** A webhook may not go there. */
        record Denied(Reason reason) implements Verdict {}
    }

    /** Why an address is denied. An address in two ranges has the reason that is declared first. */
    public enum Reason {
        /** 127.0.0.0/8 (RFC 1122 section 3.2.1.3) and ::1 (RFC 4291): the machine itself. */
        LOOPBACK("127.0.0.0/8", "::1/128"),
        /** 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 (RFC 1918). */
        PRIVATE("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
        /** fc00::/7, unique local addresses (RFC 4193). */
        UNIQUE_LOCAL("fc00::/7"),
        /** 169.254.0.0/16 (RFC 3927), home of cloud metadata services, and fe80::/10 (RFC 4291). */
        LINK_LOCAL("169.254.0.0/16", "fe80::/10"),
        /** fec0::/10, deprecated but still routed in places (RFC 3879). */
        SITE_LOCAL("fec0::/10"),
        /** 100.64.0.0/10, shared address space behind carrier-grade NAT (RFC 6598). */
        SHARED("100.64.0.0/10"),
        /** 0.0.0.0/8 (RFC 1122 section 3.2.1.3) and :: (RFC 4291); many systems connect 0.0.0.0 to themselves. */
        THIS_NETWORK("0.0.0.0/8", "::/128"),
        /** ::/96, deprecated IPv4-compatible addresses (RFC 4291 section 2.5.5.1). */
        IPV4_COMPATIBLE("::/96"),
        /** 192.0.0.0/24, IETF protocol assignments (RFC 6890). */
        PROTOCOL_ASSIGNMENT("192.0.0.0/24"),
        /** 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 (RFC 5737), 2001:db8::/32 (RFC 3849), 3fff::/20 (RFC 9637). */
        DOCUMENTATION("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
        /**
         * 192.88.99.0/24, deprecated relay anycast (RFC 7526), and 2002::/16 (RFC 3056), which embed an IPv4 address.
         */
        SIX_TO_FOUR("192.88.99.0/24", "2002::/16"),
        /** 198.18.0.0/15, benchmarking (RFC 2544). */
        BENCHMARKING("198.18.0.0/15"),
        /** 224.0.0.0/4 (RFC 5771) and ff00::/8 (RFC 4291). */
        MULTICAST("224.0.0.0/4", "ff00::/8"),
        /** 255.255.255.255, limited broadcast (RFC 8190). */
        BROADCAST("255.255.255.255/32"),
        /** 240.0.0.0/4, reserved for future use (RFC 1112 section 4). */
        RESERVED("240.0.0.0/4"),
        /** 64:ff9b::/96 (RFC 6052) and 64:ff9b:1::/48 (RFC 8215): translated to the IPv4 address inside. */
        NAT64("64:ff9b::/96", "64:ff9b:1::/48"),
        /** 100::/64, discard-only (RFC 6666). */
        DISCARD_ONLY("100::/64"),
        /** 2001::/32, Teredo tunnels, which embed an IPv4 address (RFC 4380). */
        TEREDO("2001::/32"),
        /** 5f00::/16, segment routing identifiers (RFC 9602). */
        SEGMENT_ROUTING("5f00::/16");

        private final List<Cidr> ranges;

        Reason(String... ranges) {
            this.ranges = Arrays.stream(ranges).map(Cidr::parse).toList();
        }

        private boolean covers(InetAddress address) {
            return ranges.stream().anyMatch(range -> range.contains(address));
        }
    }
}
