package org.customactions.url;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks and normalises the spelling of a URL's host. Fullwidth characters and Unicode dots become ASCII, an
 * internationalised name becomes its IDNA form (RFC 3490), everything in lower case. Percent-encoding, zone ids and
 * everything else that no host has are refused. {@link Host} decides what a spelling means.
 */
enum HostSpelling {
    /** Hyphens only inside labels (STD3, RFC 1123 section 2.1): for URLs that are saved and rendered. */
    STRICT(IDN.USE_STD3_ASCII_RULES),
    /** Underscores too, and hyphens at the ends of labels: for hosts that are connected to or named in a setting. */
    LENIENT(0);

    private static final int MAX_LENGTH = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*+\\.?");

    private final int idnFlags;

    HostSpelling(int idnFlags) {
        this.idnFlags = idnFlags;
    }

    /**
     * The host in lower-case ASCII: IPv6 in brackets, numbers as they are written, a trailing dot kept.
     *
     * @throws UrlException if it is not a host
     */
    String ascii(String host) {
        if (host.isEmpty()) {
            throw new UrlException("The URL must name a host");
        }
        if (host.startsWith("[")) {
            Ipv6Spelling.parse(host);
            return host.toLowerCase(Locale.ROOT);
        }
        var name = idna(host);
        if (name.length() > MAX_LENGTH) {
            throw new UrlException("The URL's host must not be longer than 253 characters");
        }
        // The conversion accepts names that become empty, such as a lone soft hyphen.
        if (!NAME.matcher(name).matches()) {
            throw invalid();
        }
        return name;
    }

    private String idna(String host) {
        try {
            return IDN.toASCII(host, idnFlags).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    static UrlException invalid() {
        return new UrlException("The URL's host must be a name of letters, digits, hyphens and dots, or an address");
    }
}
