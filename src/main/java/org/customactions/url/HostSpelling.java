package org.customactions.url;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks and normalises the spelling of a URL's host, by one rule for saving, rendering and connecting: labels of
 * letters, digits, underscores, and hyphens inside. An internationalised name becomes its {@link Uts46} form,
 * everything is in lower case. Percent-encoding, zone ids and everything else that no host has are refused.
 * {@link Host} decides what a spelling means.
 */
final class HostSpelling {

    private static final int MAX_LENGTH = 253;
    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*+\\.?");

    private HostSpelling() {}

    /**
     * The host in lower-case ASCII: IPv6 in brackets, numbers as they are written, a trailing dot kept.
     *
     * @throws UrlException if it is not a host
     */
    static String ascii(String host) {
        if (host.isEmpty()) {
            throw new UrlException("The URL must name a host");
        }
        if (host.startsWith("[")) {
            Ipv6Spelling.parse(host);
            return host.toLowerCase(Locale.ROOT);
        }
        var name = Uts46.ascii(host).orElseThrow(HostSpelling::invalid);
        if (name.length() > MAX_LENGTH) {
            throw new UrlException("The URL's host must not be longer than 253 characters");
        }
        // The conversion accepts names that become empty, such as a lone soft hyphen.
        if (!NAME.matcher(name).matches()) {
            throw invalid();
        }
        return name;
    }

    static UrlException invalid() {
        return new UrlException(
                "The URL's host must be a name of letters, digits, hyphens, underscores and dots, or an address");
    }
}
