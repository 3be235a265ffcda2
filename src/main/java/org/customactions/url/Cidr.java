package org.customactions.url;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3); bits past the prefix are ignored. */
public final class Cidr {

    private static final byte[] MAPPED_PREFIX = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private final byte[] network;
    private final int prefixLength;

    private Cidr(byte[] network, int prefixLength) {
        this.network = network;
        this.prefixLength = prefixLength;
    }

    /**
     * @param text {@code 10.0.0.0/8}, {@code fc00::/7}, or a single address such as {@code 192.0.2.7}
     * @throws IllegalArgumentException with a sentence that says what is wrong, without naming the text
     */
    public static Cidr parse(String text) {
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        byte[] network = isStrict(address) ? NetUtil.createByteArrayFromIpAddressString(address) : null;
        if (network == null) {
            throw new IllegalArgumentException("it is neither an IP address nor a network such as 10.0.0.0/8");
        }
        var longest = network.length * Byte.SIZE;
        return new Cidr(network, slash < 0 ? longest : prefixLength(text.substring(slash + 1), longest));
    }

    private static int prefixLength(String digits, int longest) {
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > longest) {
            throw new IllegalArgumentException("its prefix length must be a number from 0 to " + longest);
        }
        return Integer.parseInt(digits);
    }

    /** Netty reads padded octets as decimal, other parsers as octal: such a network would mean two things. */
    private static boolean isStrict(String address) {
        return address.indexOf(':') >= 0
                ? address.matches("[0-9a-fA-F:.]+") && NetUtil.isValidIpV6Address(address)
                : address.matches("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}") && NetUtil.isValidIpV4Address(address);
    }

    public boolean contains(InetAddress address) {
        var bytes = unmapped(address.getAddress());
        if (bytes.length != network.length) {
            return false;
        }
        var whole = prefixLength / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (bytes[i] != network[i]) {
                return false;
            }
        }
        var rest = prefixLength % Byte.SIZE;
        var shift = Byte.SIZE - rest;
        return rest == 0 || (bytes[whole] & 0xff) >> shift == (network[whole] & 0xff) >> shift;
    }

    /** The four bytes inside an IPv4-mapped IPv6 address (RFC 4291 section 2.5.5.2), any other address unchanged. */
    static byte[] unmapped(byte[] bytes) {
        if (bytes.length != 16) {
            return bytes;
        }
        for (int i = 0; i < MAPPED_PREFIX.length; i++) {
            if (bytes[i] != MAPPED_PREFIX[i]) {
                return bytes;
            }
        }
        return new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]};
    }

    /** The address without a host name; an IPv4-mapped one becomes IPv4. */
    public static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(unmapped(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An IP address has 4 or 16 bytes", e);
        }
    }
}
