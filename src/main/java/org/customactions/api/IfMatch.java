package org.customactions.api;

import jakarta.ws.rs.core.EntityTag;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code If-Match} of a request (RFC 9110, section 13.1.1): what the client relies on. Tags are compared strongly,
 * so a weak one never matches.
 */
public final class IfMatch {

    /** The request header that carries it. */
    public static final String HEADER = "If-Match";

    private static final String ANY = "*";
    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
    private static final Pattern ONE = Pattern.compile(TAG);

    /** Elements of a list may be empty, and a tag may hold commas. */
    private static final Pattern LIST =
            Pattern.compile("[ \\t,]*+%1$s[ \\t]*+(?:,[ \\t]*+(?:%1$s[ \\t]*+)?)*+".formatted(TAG));

    private final Optional<Set<String>> strong;

    private IfMatch(Optional<Set<String>> strong) {
        this.strong = strong;
    }

    /**
     * The condition of a request; empty if it has none.
     *
     * @param headers the values of all headers of that name, which are one list
     * @throws ApiException 400 if they are none of its forms
     */
    public static Optional<IfMatch> of(List<String> headers) {
        if (headers == null || headers.isEmpty()) {
            return Optional.empty();
        }
        var value = String.join(",", headers).strip();
        if (value.equals(ANY)) {
            return Optional.of(new IfMatch(Optional.empty()));
        }
        if (!LIST.matcher(value).matches()) {
            throw ApiException.invalid(
                    HEADER, "If-Match must be * or a list of entity tags in quotes, such as \"5d41402abc4b2a76\"");
        }
        var tags = new HashSet<String>();
        ONE.matcher(value).results().forEach(found -> tags.add(found.group()));
        return Optional.of(new IfMatch(Optional.of(tags)));
    }

    /** Whether it holds for something that exists and has this tag. */
    public boolean isMetBy(EntityTag tag) {
        return strong.map(tags -> !tag.isWeak() && tags.contains("\"" + tag.getValue() + "\""))
                .orElse(true);
    }
}
