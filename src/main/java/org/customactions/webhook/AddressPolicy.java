package org.customactions.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.customactions.url.Cidr;

/**
 * Decides whether a webhook may go to an address: a pure function that allows it or names a reason. Special-purpose
 * blocks of the IANA registries and platforms' own addresses are denied, because they lead into the cluster, to the
 * machine itself or nowhere; of IPv6, all is denied that is not global unicast. An address with an IPv4 address inside
 * is judged as that one. Networks in {@code custom-actions.webhook.allowed-networks} are allowed before anything else
 * is checked.
 */
public final class AddressPolicy {

    /** IPv4-translated (RFC 2765) and NAT64 (RFC 6052). {@link Cidr} sees through IPv4-mapped addresses by itself. */
    private static final List<Cidr> EMBEDDING = ranges("::ffff:0:0:0/96", "64:ff9b::/96");

    private static final int IPV4_INSIDE = 12;

    private final AllowedNetworks allowed;

    AddressPolicy(AllowedNetworks allowed) {
        this.allowed = Objects.requireNonNull(allowed);
    }

    /** The verdict on one address. Never blocks, never resolves. */
    Verdict judge(InetAddress address) {
        return judge(address, false);
    }

    /** The verdict on an address of a name that the operator allows: its private networks are open too. */
    Verdict judgeOfAllowedName(InetAddress address) {
        return judge(address, true);
    }

    private Verdict judge(InetAddress address, boolean ofAllowedName) {
        if (allowed.contains(address)) {
            return new Verdict.Allowed();
        }
        if (EMBEDDING.stream().anyMatch(range -> range.contains(address))) {
            return judge(inside(address), ofAllowedName);
        }
        for (var reason : Reason.values()) {
            if (reason.covers(address)) {
                return ofAllowedName && reason.isPrivate() ? new Verdict.Allowed() : new Verdict.Denied(reason);
            }
        }
        return new Verdict.Allowed();
    }

    private static InetAddress inside(InetAddress address) {
        var bytes = address.getAddress();
        return Cidr.address(Arrays.copyOfRange(bytes, IPV4_INSIDE, bytes.length));
    }

    private static List<Cidr> ranges(String... ranges) {
        return Arrays.stream(ranges).map(Cidr::parse).toList();
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
        /**
         * Where clouds tell a machine its secrets, besides link-local addresses: Azure, Alibaba Cloud, Oracle Cloud,
         * AWS and Google Cloud.
         */
        CLOUD_PLATFORM("168.63.129.16/32", "100.100.100.200/32", "192.0.0.192/32", "fd00:ec2::/32", "fd20:ce::/32"),
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
        /** 2001::/32, Teredo tunnels, which embed an IPv4 address (RFC 4380). */
        TEREDO("2001::/32"),
        /** 192.0.0.0/24 (RFC 6890) and 2001::/23 (RFC 2928), IETF protocol assignments. */
        PROTOCOL_ASSIGNMENT("192.0.0.0/24", "2001::/23"),
        /** 192.31.196.0/24 (RFC 7535) and 192.175.48.0/24 (RFC 7534), which answer for private addresses in DNS. */
        AS112("192.31.196.0/24", "192.175.48.0/24"),
        /** 192.52.193.0/24, multicast tunnels (RFC 7450). */
        AMT("192.52.193.0/24"),
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
        /** 64:ff9b:1::/48 (RFC 8215): translated to an IPv4 address, where inside the operator of a network decides. */
        NAT64("64:ff9b:1::/48"),
        /** 100::/64, discard-only (RFC 6666). */
        DISCARD_ONLY("100::/64"),
        /** 5f00::/16, segment routing identifiers (RFC 9602). */
        SEGMENT_ROUTING("5f00::/16"),
        /** All else outside 2000::/3, the only block that global unicast addresses are given from (RFC 4291, IANA). */
        NOT_GLOBAL("::/3", "4000::/2", "8000::/1");

        private final List<Cidr> ranges;

        Reason(String... ranges) {
            this.ranges = AddressPolicy.ranges(ranges);
        }

        private boolean covers(InetAddress address) {
            return ranges.stream().anyMatch(range -> range.contains(address));
        }

        /** Whether networks of one's own have such addresses. */
        private boolean isPrivate() {
            return switch (this) {
                case PRIVATE, UNIQUE_LOCAL, SITE_LOCAL, SHARED, BENCHMARKING -> true;
                default -> false;
            };
        }
    }
}
