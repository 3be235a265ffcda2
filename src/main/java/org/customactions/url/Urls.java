package org.customactions.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Checks and normalises absolute URLs, and paths that a page opens on its own origin. Scheme and host become lower-case
 * ASCII; everything else is percent-encoded if RFC 3986 requires it (square brackets too; a stray {@code %} becomes
 * {@code %25}, valid escapes stay). At most 8,192 characters before and after. It does not decide whether an address
 * may be reached.
 */
public final class Urls {

    /** What a webhook may call. */
    public static final UrlForms WEB = UrlForms.ofSchemes("http", "https");
    /** Where an agent may be sent, unless a setting says otherwise. */
    public static final UrlForms LINK = new UrlForms(List.of("http", "https", "mailto", "tel"), true);

    public static final int MAX_LENGTH = 8_192;
    /** What is said of a longer one. */
    public static final String TOO_LONG = "The URL must not be longer than 8,192 characters";

    private Urls() {}

    /**
     * The URL in ASCII, accepted by {@link URI}.
     *
     * @param forms what it may be
     * @throws UrlException if it is something else, or has credentials, no valid host or port, spaces, control
     *     characters, backslashes or dot segments in any encoding, or is too long
     */
    public static String normalize(String url, UrlForms forms) {
        refuseLongerThanAllowed(url);
        var scheme = forms.schemeOf(url);
        if (url.chars().anyMatch(Urls::isForbidden)) {
            throw new UrlException("The URL must not contain spaces, line breaks, control characters or backslashes");
        }
        var address = UnicodeText.wellFormed(url.substring(scheme.prefix().length()));
        var normalized = scheme.prefix() + afterPrefix(scheme, address);
        refuseLongerThanAllowed(normalized);
        try {
            return new URI(normalized).toString();
        } catch (URISyntaxException e) {
            throw new UrlException("The URL is not valid; check its spelling");
        }
    }

    /** Whether a browser shows it, instead of handing it over to a phone or a mail program. */
    public static boolean isPage(String url) {
        return UrlScheme.PATH.begins(url)
                || WEB.names().stream().map(UrlScheme::of).anyMatch(s -> s.begins(url));
    }

    /** Whether the character is forbidden in every URL, written by its author or from a variable. */
    public static boolean isForbidden(int c) {
        return c == '\\' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private static String web(String address) {
        var end = UrlAuthority.end(address, 0);
        var authority = UrlAuthority.normalize(address.substring(0, end));
        var rest = address.substring(end);
        DotSegments.refuseIn(beforeQuery(rest));
        return authority + encodeRest(rest);
    }

    private static String afterPrefix(UrlScheme scheme, String address) {
        if (scheme.hasAuthority()) {
            return web(address);
        }
        return scheme.equals(UrlScheme.PATH) ? path(address) : opaque(address);
    }

    private static String path(String afterSlash) {
        DotSegments.refuseIn(beforeQuery(afterSlash));
        return encodeRest(afterSlash);
    }

    private static String beforeQuery(String rest) {
        return rest.split("[?#]", 2)[0];
    }

    private static String opaque(String address) {
        if (address.isEmpty()) {
            throw new UrlException("The URL must have an address after its scheme");
        }
        if (address.startsWith("//")
                && address.substring(0, UrlAuthority.end(address, 2)).indexOf('@') >= 0) {
            throw UrlAuthority.credentials();
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
