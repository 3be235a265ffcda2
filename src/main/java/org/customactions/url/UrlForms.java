package org.customactions.url;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What URLs may be.
 *
 * @param names the schemes, in lower case
 * @param withPaths whether a path is allowed too
 */
public record UrlForms(List<String> names, boolean withPaths) {

    static UrlForms ofSchemes(String... names) {
        return new UrlForms(List.of(names), false);
    }

    /** For links: URLs of these schemes, and paths. */
    public static UrlForms ofLinks(Collection<String> schemes) {
        var known = Urls.LINK.names();
        var names = new ArrayList<>(known.stream().filter(schemes::contains).toList());
        new TreeSet<>(schemes).stream().filter(name -> !known.contains(name)).forEach(names::add);
        return new UrlForms(List.copyOf(names), true);
    }

    /** Nothing but this one. */
    public static UrlForms only(UrlScheme scheme) {
        return scheme.equals(UrlScheme.PATH)
                ? new UrlForms(List.of(), true)
                : new UrlForms(List.of(scheme.name()), false);
    }

    /**
     * The scheme a URL starts with, in any letter case.
     *
     * @throws UrlException if it is none of these
     */
    public UrlScheme schemeOf(String url) {
        return names.stream()
                .map(UrlScheme::of)
                .filter(scheme -> scheme.begins(url))
                .findFirst()
                .orElseGet(() -> pathOf(url));
    }

    private UrlScheme pathOf(String url) {
        if (!withPaths || !UrlScheme.PATH.begins(url)) {
            throw new UrlException("The URL must start with " + choices());
        }
        // A browser takes a second slash for the beginning of a host.
        if (url.startsWith("//")) {
            throw new UrlException("A URL that starts with / must not start with //, which names another host");
        }
        return UrlScheme.PATH;
    }

    private String choices() {
        var prefixes = new ArrayList<>(
                names.stream().map(name -> UrlScheme.of(name).prefix()).toList());
        if (withPaths) {
            prefixes.add("a single /");
        }
        var last = prefixes.size() - 1;
        return last == 0 ? prefixes.get(0) : String.join(", ", prefixes.subList(0, last)) + " or " + prefixes.get(last);
    }
}
