package org.customactions.template.filter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.customactions.crypto.Sha256;
import org.customactions.text.PhoneNumber;
import org.customactions.text.Spelling;
import org.customactions.url.PercentEncoding;
import org.customactions.url.UnicodeText;

/** Every filter, by its name. */
public final class Filters {

    private static final Map<String, FilterKind> KINDS = new TreeMap<>(Map.ofEntries(
            kind("default", "a text in quotes, a number, true, false or null, such as default \"friend\"", a -> {
                var other = a.value(0);
                return (value, work) -> Json.isMissing(value) ? other : value;
            }),
            kind("required", a -> Filters::required),
            kind("upper", a -> text(text -> text.toUpperCase(Locale.ROOT))),
            kind("lower", a -> text(text -> text.toLowerCase(Locale.ROOT))),
            kind("trim", a -> text(String::strip)),
            kind("truncate", "a number of characters, such as truncate 80", a -> {
                var most = a.size(0);
                return text(text -> Texts.truncated(text, most));
            }),
            kind("replace", "two texts in quotes, the first not empty, such as replace \"-\" \"\"", a -> {
                var old = a.someText(0);
                var replacement = a.text(1);
                return (value, work) ->
                        Json.isNull(value) ? value : Texts.replaced(work.text(value), old, replacement, work);
            }),
            kind("digits", a -> text(PhoneNumber::digits)),
            kind("tel", a -> text(PhoneNumber::of)),
            kind("join", "a text in quotes, such as join \", \"", a -> {
                var separator = a.text(0);
                return (value, work) -> Lists.joined(value, separator, work);
            }),
            kind("first", a -> (value, work) -> Lists.first(value)),
            kind("last", a -> (value, work) -> Lists.last(value)),
            kind("size", a -> (value, work) -> Lists.size(value)),
            kind("json", a -> Filters::json),
            kind("url", a -> text(text -> PercentEncoding.component(UnicodeText.wellFormed(text)))),
            kind("html", a -> text(Texts::html)),
            kind(
                    "base64",
                    a -> text(text -> Base64.getEncoder()
                            .encodeToString(UnicodeText.wellFormed(text).getBytes(StandardCharsets.UTF_8)))),
            kind("sha256", a -> text(text -> Sha256.hex(UnicodeText.wellFormed(text)))),
            kind(
                    "date",
                    "a pattern in quotes and perhaps a time zone, such as date \"yyyy-MM-dd HH:mm\" \"Europe/Berlin\"",
                    DateFilter::of)));

    private Filters() {}

    /**
     * The filter of that name with these arguments.
     *
     * @param arguments texts, numbers, flags and nulls as they are written in the template; a {@link Json} for null
     * @throws ArgumentException if there is none, or if it cannot work with them
     */
    public static Filter of(String name, List<Object> arguments) throws ArgumentException {
        var kind = KINDS.get(name);
        if (kind == null) {
            throw new ArgumentException(unknown(name), ArgumentException.NONE);
        }
        return kind.with(arguments);
    }

    private static String unknown(String name) {
        return "%s is not a known filter; ".formatted(name)
                + Spelling.nearest(name, KINDS.keySet())
                        .map("did you mean %s?"::formatted)
                        .orElseGet(() -> "known are " + String.join(", ", KINDS.keySet()));
    }

    private static Object required(Object value, Work work) {
        if (Json.isMissing(value)) {
            throw new FilterException(work.variable() + " is required, but it is missing or empty");
        }
        return value;
    }

    private static Object json(Object value, Work work) {
        if (Json.isNull(value)) {
            return Json.NULL;
        }
        return new Json(work.json(value instanceof Json json ? json.text() : value));
    }

    /** A filter of text; of no value it makes none. */
    private static Filter text(UnaryOperator<String> change) {
        return (value, work) -> Json.isNull(value) ? value : change.apply(work.text(value));
    }

    private static Map.Entry<String, FilterKind> kind(String name, FilterKind.Reader reader) {
        return kind(name, "", reader);
    }

    private static Map.Entry<String, FilterKind> kind(String name, String usage, FilterKind.Reader reader) {
        return Map.entry(name, new FilterKind(name, usage, reader));
    }
}
