package org.customactions.url;

import java.util.Set;

/**
 * The scheme of a URL, or none: then it is a path.
 *
 * @param name in lower case; empty for a path
 * @param prefix the text before the authority, before the address if there is no authority, or before the first segment
 */
public record UrlScheme(String name, String prefix) {

    /** A path on the origin of the page that opens it. */
    static final UrlScheme PATH = new UrlScheme("", "/");

    private static final Set<String> OF_PHONES = Set.of("tel", "sms", "callto");

    static UrlScheme of(String name) {
        return new UrlScheme(name, Urls.WEB.names().contains(name) ? name + "://" : name + ":");
    }

    boolean begins(String url) {
        return url.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    public boolean hasAuthority() {
        return prefix.endsWith("://");
    }

    /** Whether a phone number stands before the query. */
    public boolean isOfPhone() {
        return OF_PHONES.contains(name);
    }
}
