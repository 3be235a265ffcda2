package org.customactions.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a {@code Content-Type} says of a body (RFC 9110 section 8.3), for writing and for reading one. It is read as
 * leniently as any reader may: letter case, quotes, blanks and missing semicolons do not matter, and of several types
 * in one value the body has to suit each.
 *
 * @param names types and subtypes in lower case, the first one first
 * @param charset UTF-8 if none is named; empty if the named one is unknown, or if there are two
 */
public record MediaType(List<String> names, Optional<Charset> charset) {

    private static final Pattern QUOTE = Pattern.compile("[\"']");
    private static final Pattern BLANKS_AROUND_A_SLASH = Pattern.compile("[\\s\\p{Z}]*/[\\s\\p{Z}]*");
    private static final Pattern AFTER_THE_NAME = Pattern.compile("[;\\s\\p{Z}]");
    private static final Pattern CHARSET =
            Pattern.compile("(?:^|[;,\\s\\p{Z}])charset\\*?\\s*=\\s*([^\\s;,]*)", Pattern.CASE_INSENSITIVE);

    /** What most webhooks send and receive; the patterns would take longer than the rest of a small body. */
    private static final String USUAL = "application/json";

    private static final MediaType USUAL_TYPE = new MediaType(List.of(USUAL), Optional.of(StandardCharsets.UTF_8));

    private static final Set<String> JSON = Set.of(USUAL, "text/json", "application/json-rpc", "application/x-json");
    private static final Set<String> JSON_LINES =
            Set.of("application/x-ndjson", "application/jsonl", "application/jsonlines", "application/json-seq");
    private static final Set<String> XML = Set.of("application/xml", "text/xml");
    private static final String HTML = "text/html";
    private static final Set<String> FORM = Set.of("application/x-www-form-urlencoded");
    private static final Set<String> TEXT =
            Set.of("application/ecmascript", "application/javascript", "application/x-yaml", "application/yaml");

    /** Reads the value of a {@code Content-Type}. */
    public static MediaType parse(String contentType) {
        return contentType.equals(USUAL) ? USUAL_TYPE : read(contentType);
    }

    private static MediaType read(String contentType) {
        var value = QUOTE.matcher(contentType).replaceAll("");
        var names = Arrays.stream(value.split(","))
                .map(member -> BLANKS_AROUND_A_SLASH.matcher(member.strip()).replaceAll("/"))
                .map(member -> AFTER_THE_NAME.split(member, 2)[0].toLowerCase(Locale.ROOT))
                .toList();
        return new MediaType(names, charsetIn(value));
    }

    /** Whether the body is one JSON document. */
    public boolean isJson() {
        return any(name -> JSON.contains(name) || name.endsWith("+json"));
    }

    /** Whether each line of the body is a JSON document. */
    public boolean isJsonLines() {
        return any(JSON_LINES::contains);
    }

    /** Whether the body is XML. */
    public boolean isXml() {
        return any(name -> XML.contains(name) || name.endsWith("+xml"));
    }

    /** Whether the body is that of an HTML form. */
    public boolean isForm() {
        return any(FORM::contains);
    }

    /** Whether the body may be JSON, also if its type says something else: not HTML, XML or an image. */
    public boolean mayBeJson() {
        return isJson() || !isXml() && !any(name -> name.equals(HTML) || name.startsWith("image/"));
    }

    /** Whether the body is text. */
    public boolean isText() {
        return any(name -> name.isEmpty() || name.startsWith("text/"))
                || isJson()
                || isXml()
                || isForm()
                || isJsonLines()
                || any(TEXT::contains);
    }

    private boolean any(Predicate<String> wanted) {
        return names.stream().anyMatch(wanted);
    }

    private static Optional<Charset> charsetIn(String value) {
        var named = CHARSET.matcher(value)
                .results()
                .map(MediaType::charset)
                .distinct()
                .toList();
        return switch (named.size()) {
            case 0 -> Optional.of(StandardCharsets.UTF_8);
            case 1 -> named.get(0);
            default -> Optional.empty();
        };
    }

    private static Optional<Charset> charset(MatchResult parameter) {
        try {
            return Optional.of(Charset.forName(parameter.group(1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
