package org.customactions.url;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scheme that a URL may have.
 *
 * @param name in lower case
 * @param prefix the text before the authority, or before the address if there is no authority
 */
public record UrlScheme(String name, String prefix) {

    private static final List<UrlScheme> KNOWN = List.of(
            new UrlScheme("http", "http://"),
            new UrlScheme("https", "https://"),
            new UrlScheme("mailto", "mailto:"),
            new UrlScheme("tel", "tel:"));

    /**
     * The scheme a URL starts with, in any letter case.
     *
     * @throws UrlException if it starts with none of the allowed schemes
     */
    public static UrlScheme of(String url, Set<String> allowed) {
        return allowed(allowed)
                .filter(scheme -> url.regionMatches(true, 0, scheme.prefix, 0, scheme.prefix.length()))
                .findFirst()
                .orElseThrow(() -> new UrlException("The URL must start with " + sentenceList(allowed)));
    }

    public boolean hasAuthority() {
        return prefix.endsWith("//");
    }

    private static Stream<UrlScheme> allowed(Set<String> names) {
        return KNOWN.stream().filter(scheme -> names.contains(scheme.name));
    }

    private static String sentenceList(Set<String> allowed) {
        var prefixes = allowed(allowed).map(UrlScheme::prefix).toList();
        var last = prefixes.size() - 1;
        return last == 0 ? prefixes.get(0) : String.join(", ", prefixes.subList(0, last)) + " or " + prefixes.get(last);
    }
}
