package org.customactions.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of an OpenAPI document, e.g. {@code /api/contacts/{id}}. A parameter stands for at least one character and no
 * slash.
 */
record PathTemplate(String path) {
    /** The order in which templates are tried: a literal segment comes before a parameter in its place. */
    static final Comparator<PathTemplate> MOST_LITERAL_FIRST =
            Comparator.comparing(PathTemplate::sortKey).thenComparing(PathTemplate::path);

    private static final Pattern PARAMETER = Pattern.compile("\\{[^/}]+}");

    boolean matches(String rawPath) {
        StringBuilder regex = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(path);
        int end = 0;
        while (parameters.find()) {
            regex.append(Pattern.quote(path.substring(end, parameters.start()))).append("[^/]+");
            end = parameters.end();
        }
        regex.append(Pattern.quote(path.substring(end)));
        return Pattern.matches(regex.toString(), rawPath);
    }

    private String sortKey() {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            segments.add(PARAMETER.matcher(segment).find() ? "1" : "0");
        }
        return String.join("", segments);
    }
}
