package org.customactions.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.customactions.text.Spelling;

/** Says of a name that leads nowhere which one was probably meant. */
final class KnownNames {

    /** First words of all names, wherever they can be used. */
    static final List<String> ROOTS = List.of(
            "contact",
            "user",
            "organization",
            "action",
            "execution",
            "now",
            "input",
            "context",
            "secret",
            "response",
            "response_status",
            "response_text",
            "response_headers");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_:@$-]+");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private KnownNames() {}

    static String sentence(VariablePath path, Map<String, Object> known) {
        var isNumber =
                path.segments().size() == 1 && DIGITS.matcher(path.toString()).matches();
        return "%s is not a known variable".formatted(path)
                + (isNumber
                        // Other services have templates of their own, with such names.
                        ? "; write {{\"{{%1$s}}\"}} to send {{%1$s}} itself".formatted(path)
                        : meant(path, known)
                                .map("; did you mean %s?"::formatted)
                                .orElse(""));
    }

    private static Optional<String> meant(VariablePath path, Map<String, Object> known) {
        var segments = path.segments();
        var names = names(known);
        // The shortest beginning first, so that nothing that follows is taken for a part of it.
        for (int length = 1; length <= segments.size(); length++) {
            var begin = String.join(".", segments.subList(0, length));
            var rest = segments.subList(length, segments.size());
            var found = Spelling.nearest(begin, names.keySet())
                    .map(names::get)
                    .filter(name -> rest.isEmpty() || name.isOpen())
                    .map(name -> name.path() + (rest.isEmpty() ? "" : "." + written(rest)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Every name, and those of a contact's fields alone, because people forget the first word. */
    private static Map<String, Name> names(Map<String, Object> known) {
        var names = new LinkedHashMap<String, Name>();
        for (var root : ROOTS) {
            if (known.get(root) instanceof Map<?, ?> fields && !(fields instanceof AnyData)) {
                fields.forEach((field, value) -> add(names, root + "." + field, value));
            }
            if (known.containsKey(root)) {
                add(names, root, known.get(root));
            }
        }
        if (known.get("contact") instanceof Map<?, ?> contact) {
            contact.forEach((field, value) ->
                    names.putIfAbsent((String) field, new Name("contact." + field, value instanceof AnyData)));
        }
        return names;
    }

    /** Segments as a template has them: in brackets if they hold anything but the characters of names. */
    private static String written(List<String> segments) {
        return segments.stream()
                .map(segment -> NAME.matcher(segment).matches() ? segment : "[" + segment + "]")
                .collect(Collectors.joining("."));
    }

    private static void add(Map<String, Name> names, String path, Object value) {
        names.put(path, new Name(path, value instanceof AnyData));
    }

    /**
     * @param path as it is written
     * @param isOpen whether anything may follow
     */
    private record Name(String path, boolean isOpen) {}
}
