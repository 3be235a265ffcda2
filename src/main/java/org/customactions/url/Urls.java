package org.customactions.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Checks and normalises absolute URLs. Scheme and host become lower-case ASCII; everything else is percent-encoded if
 * RFC 3986 requires it (square brackets too; a stray {@code %} becomes {@code %25}, valid escapes stay). At most 8,192
 * characters before and after. It does not decide whether an address may be reached.
 */
public final class Urls {

    /** The schemes that a webhook may call. */
    public static final Set<String> WEB = Set.of("http", "https");
    /** The schemes that an agent may be sent to. */
    public static final Set<String> LINK = Set.of("http", "https", "mailto", "tel");

    public static final int MAX_LENGTH = 8_192;
    /** What is said of a longer one. */
    public static final String TOO_LONG = "The URL must not be longer than 8,192 characters";

    private Urls() {}

    /**
     * The URL in ASCII, accepted by {@link URI}.
     *
     * @param schemes the allowed schemes, from {@link #LINK}
     * @throws UrlException if it has another scheme, credentials, no valid host or port, spaces, control characters,
     *     backslashes or dot segments in any encoding, or is too long
     */
    public static String normalize(String url, Set<String> schemes) {
        refuseLongerThanAllowed(url);
        var scheme = UrlScheme.of(url, schemes);
        if (url.chars().anyMatch(Urls::isForbidden)) {
            throw new UrlException("The URL must not contain spaces, line breaks, control characters or backslashes");
        }
        var address = UnicodeText.wellFormed(url.substring(scheme.prefix().length()));
        var normalized = scheme.prefix() + (scheme.hasAuthority() ? web(address) : opaque(address));
        refuseLongerThanAllowed(normalized);
        try {
            return new URI(normalized).toString();
        } catch (URISyntaxException e) {
            throw new UrlException("The URL is not valid; check its spelling");
        }
    }

    /** Whether the character is forbidden in every URL, written by its author or from a variable. */
    public static boolean isForbidden(int c) {
        return c == '\\' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static String web(String address) {
        var end = UrlAuthority.end(address, 0);
        var authority = UrlAuthority.normalize(address.substring(0, end));
        var rest = address.substring(end);
        DotSegments.refuseIn(rest.split("[?#]", 2)[0]);
        return authority + encodeRest(rest);
    }

    private static String opaque(String address) {
        if (address.isEmpty()) {
            throw new UrlException("The URL must have an address after its scheme");
        }
        return encodeRest(address);
    }

    /** Only the first {@code #} begins the fragment; another one is not valid in it and is encoded. */
    private static String encodeRest(String rest) {
        var fragment = rest.indexOf('#');
        return fragment < 0
                ? PercentEncoding.rest(rest)
                : PercentEncoding.rest(rest.substring(0, fragment)) + "#"
                        + PercentEncoding.rest(rest.substring(fragment + 1));
    }

    private static void refuseLongerThanAllowed(String url) {
        if (url.length() > MAX_LENGTH) {
            throw new UrlException(TOO_LONG);
        }
    }
}
