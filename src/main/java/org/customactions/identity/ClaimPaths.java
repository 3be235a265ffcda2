package org.customactions.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Claims of which the first that is present counts, such as {@code realm_access/roles,"https://example.com/roles"}: the
 * paths divided by commas, their names by slashes. A name in double quotes may hold any character; a quote or backslash
 * has a backslash in front of it.
 *
 * @param paths at least one
 */
public record ClaimPaths(List<ClaimPath> paths) {

    private static final Pattern NAME = Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\[\"\\\\])+)\"\\s*|([^\"/,]+))");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    public ClaimPaths {
        paths = List.copyOf(paths);
    }

    /** @throws IllegalArgumentException if the text is malformed; the message says what must be written */
    static ClaimPaths parse(String text) {
        var paths = new ArrayList<ClaimPath>();
        var names = new ArrayList<String>();
        var name = NAME.matcher(text);
        var start = 0;
        var position = 0;
        while (name.region(position, text.length()).lookingAt()) {
            names.add(name(name.group(1), name.group(2)));
            position = name.end();
            var isLast = position == text.length();
            if (isLast || text.charAt(position) == ',') {
                paths.add(new ClaimPath(text.substring(start, position).strip(), names));
                names.clear();
                start = position + 1;
            } else if (text.charAt(position) != '/') {
                break;
            }
            if (isLast) {
                return new ClaimPaths(paths);
            }
            position++;
        }
        throw malformed();
    }

    private static String name(String quoted, String plain) {
        if (quoted != null) {
            return ESCAPED.matcher(quoted).replaceAll("$1");
        }
        if (plain.isBlank()) {
            throw malformed();
        }
        return plain.strip();
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "it must be claims divided by commas, such as realm_access/roles,groups; a name that holds a slash, comma"
                        + " or quote stands in double quotes, such as \"https://example.com/roles\"");
    }

    /** What the first claim gives of which something can be read. */
    <T> Optional<T> first(JsonNode claims, Function<JsonNode, Optional<T>> reading) {
        return paths.stream()
                .map(path -> reading.apply(path.in(claims)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** As a sentence for people names them. */
    @Override
    public String toString() {
        return paths.stream().map(ClaimPath::text).collect(Collectors.joining(", "));
    }
}
