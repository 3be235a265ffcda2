package org.customactions.url;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the many spellings of an IPv4 address that {@code inet_aton} made common: 1 to 4 parts, decimal, octal or hex.
 */
final class Ipv4Spelling {

    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");
    private static final int MAX_DIGITS = 64;

    private Ipv4Spelling() {}

    /**
     * @param host ASCII, lower case, without a trailing dot
     * @return the address, or empty if the host does not end in a number and so is a name
     * @throws UrlException if it ends in a number but is not an address: no name ends in a number, and parsers differ
     *     on it
     */
    static Optional<InetAddress> parse(String host) {
        var parts = host.split("\\.", -1);
        if (!NUMBER.matcher(parts[parts.length - 1]).matches()) {
            return Optional.empty();
        }
        if (parts.length > 4) {
            throw notAnAddress();
        }
        long address = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            address |= number(parts[i], 0xff) << (24 - 8 * i);
        }
        // The last part fills all remaining bytes.
        address |= number(parts[parts.length - 1], 0xffffffffL >>> (8 * (parts.length - 1)));
        return Optional.of(Cidr.address(
                new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address}));
    }

    private static long number(String part, long max) {
        if (!NUMBER.matcher(part).matches() || part.length() > MAX_DIGITS) {
            throw notAnAddress();
        }
        long value = 0;
        var radix = part.startsWith("0x") ? 16 : part.length() > 1 && part.startsWith("0") ? 8 : 10;
        for (char digit : part.substring(radix == 16 ? 2 : 0).toCharArray()) {
            var read = Character.digit(digit, radix);
            value = value * radix + read;
            if (read < 0 || value > max) {
                throw notAnAddress();
            }
        }
        return value;
    }

    private static UrlException notAnAddress() {
        return new UrlException("The host of the URL ends in a number but is not a valid IPv4 address");
    }
}
