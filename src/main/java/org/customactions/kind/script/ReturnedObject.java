package org.customactions.kind.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customactions.kind.Toast;
import org.customactions.text.Spelling;

/**
 * Reads what a script returned, and tells in a line of the console what of it has no effect.
 *
 * @param json what was returned; only an object steers anything
 * @param told what the sandbox told already
 * @param ignored gets the lines
 */
record ReturnedObject(JsonNode json, List<String> told, List<String> ignored) {

    static final Set<String> KNOWN = Set.of("toast", "clipboard", "url", "message", "success", "open_in_new_tab");

    /** What people write for the names that are read. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("redirect_url", "url"),
            Map.entry("redirecturl", "url"),
            Map.entry("redirect", "url"),
            Map.entry("link", "url"),
            Map.entry("href", "url"),
            Map.entry("openinnewtab", "open_in_new_tab"),
            Map.entry("new_tab", "open_in_new_tab"),
            Map.entry("newtab", "open_in_new_tab"),
            Map.entry("copy", "clipboard"),
            Map.entry("notification", "toast"),
            Map.entry("notify", "toast"),
            Map.entry("alert", "toast"),
            Map.entry("error", "message together with success: false"));

    private static final int MAX_FIELDS = 50;
    private static final int MAX_NAME = 40;
    private static final int MAX_LINES = 10;

    /** A text of the object; empty if it is missing or of another type, which is told. */
    Optional<String> text(String name) {
        return text(json.path(name), name);
    }

    /** A flag of the object; empty if it is missing or of another type, which is told. */
    Optional<Boolean> flag(String name) {
        var value = json.path(name);
        if (!value.isBoolean() && !isNone(value)) {
            tell(name, "%s is %s; it can be true or false".formatted(name, kind(value)));
        }
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    /**
     * The notice: a text, or an object with a message and a type. What it leaves out is as in the one that is given.
     */
    Toast toast(Toast usual) {
        var toast = json.path("toast");
        if (toast.isTextual()) {
            return new Toast(toast.textValue(), usual.type());
        }
        if (!toast.isObject()) {
            if (!isNone(toast)) {
                tell("toast", "toast is %s; return a text, or { message, type }".formatted(kind(toast)));
            }
            return usual;
        }
        if (isNone(toast.path("message"))) {
            tell("toast", "toast has no message; return a text, or { message, type }");
        }
        var type = text(toast.path("type"), "toast.type");
        var known = type.flatMap(Toast.Type::ofWireName);
        if (type.isPresent() && known.isEmpty()) {
            tell("toast.type", "toast.type can be success, error, info or warning");
        }
        return new Toast(
                text(toast.path("message"), "toast.message").orElse(usual.message()), known.orElse(usual.type()));
    }

    /** Tells of what looks as if it was meant for something: fields of other names, and objects in disguise. */
    void tellUnread() {
        if (json.isTextual() && json.textValue().strip().startsWith("{")) {
            tell("result", "the result is a text that looks like JSON; return the object itself");
        }
        if (json.isArray() && KNOWN.stream().anyMatch(json.path(0)::has)) {
            tell("result", "the result is a list; return the object that is in it");
        }
        var names = json.fieldNames();
        for (int i = 0; i < MAX_FIELDS && names.hasNext(); i++) {
            var name = names.next();
            if (!KNOWN.contains(name) && name.length() <= MAX_NAME) {
                meant(name).ifPresent(meant -> tell(name, "%s; return %s instead".formatted(name, meant)));
            }
        }
    }

    static Optional<String> meant(String name) {
        return Optional.ofNullable(OTHER_NAMES.get(name.toLowerCase(Locale.ROOT)))
                .or(() -> Spelling.nearest(name, KNOWN));
    }

    private Optional<String> text(JsonNode value, String name) {
        if (!value.isTextual() && !isNone(value)) {
            tell(name, "%s is %s; return a text".formatted(name, kind(value)));
        }
        return Optional.ofNullable(value.textValue());
    }

    private void tell(String name, String sentence) {
        var isTold = told.stream().anyMatch(line -> line.startsWith("ignored: %s is ".formatted(name)));
        if (!isTold && ignored.size() < MAX_LINES) {
            ignored.add("ignored: " + sentence);
        }
    }

    private static boolean isNone(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case STRING -> "a text";
            default -> "an object";
        };
    }
}
