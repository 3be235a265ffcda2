package org.customactions.kind.script;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customactions.kind.script.ScriptToken.Kind;
import org.customactions.text.Spelling;

/** Warns of what can be seen in code without running it and is probably not meant. */
final class ScriptWarnings {

    private static final int MAX = 10;
    private static final String NO_NETWORK = "a script has no network; use a webhook for calls to other services";
    private static final String NO_MODULES = "a script cannot load modules";
    private static final String NO_PAGE =
            "a script runs on the server and has no page; what it returns decides what the agent sees";

    private static final Map<String, String> ABSENT = Map.ofEntries(
            entry("fetch", NO_NETWORK),
            entry("XMLHttpRequest", NO_NETWORK),
            entry("WebSocket", NO_NETWORK),
            entry("axios", NO_NETWORK),
            entry("require", NO_MODULES),
            entry("module", NO_MODULES),
            entry("window", NO_PAGE),
            entry("document", NO_PAGE),
            entry("navigator", NO_PAGE),
            entry("localStorage", NO_PAGE),
            entry("sessionStorage", NO_PAGE),
            entry("alert", "return { toast: 'text' } to show something"),
            entry("jQuery", NO_PAGE),
            entry("$", NO_PAGE),
            entry("process", "a script has no environment"),
            entry("Buffer", "use btoa, atob and TextEncoder for bytes"),
            entry("setInterval", "use setTimeout, within the time limit of a script"),
            entry("setImmediate", "use setTimeout or queueMicrotask"));

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "contact", Set.of("id", "phone_number", "name", "profile_name", "tags", "metadata"),
            "user", Set.of("id", "name", "email", "role"),
            "organization", Set.of("id", "name"),
            "action", Set.of("id", "name"));

    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("hasOwnProperty", "toString", "valueOf", "constructor", "toJSON", "toLocaleString");

    private final ScriptShape shape;
    private final List<ScriptToken> tokens;
    private final Set<String> warnings = new LinkedHashSet<>();

    private ScriptWarnings(ScriptShape shape) {
        this.shape = shape;
        this.tokens = shape.tokens();
    }

    /** The warnings, one sentence each. */
    static List<String> of(String code) {
        var found = new ScriptWarnings(ScriptShape.of(ScriptReader.read(code)));
        for (int i = 0; i < found.tokens.size(); i++) {
            if (found.tokens.get(i).kind() == Kind.WORD && !ScriptShape.isMember(found.tokens, i)) {
                found.warnOfWord(i);
            }
        }
        found.shape.returns().forEach(found::warnOfReturn);
        if (found.shape.returns().isEmpty()) {
            LastStatement.warning(found.shape).ifPresent(found.warnings::add);
        }
        return found.warnings.stream().limit(MAX).toList();
    }

    private void warnOfWord(int i) {
        var word = tokens.get(i).text();
        if (shape.declared().contains(word) || isKey(i)) {
            return;
        }
        if (ABSENT.containsKey(word) && !(i > 0 && tokens.get(i - 1).isWord("typeof"))) {
            warnings.add("%s is not available (line %d): %s"
                    .formatted(word, tokens.get(i).line(), ABSENT.get(word)));
        }
        var fields = FIELDS.get(word);
        if (fields != null
                && i + 2 < tokens.size()
                && (tokens.get(i + 1).is(".") || tokens.get(i + 1).is("?."))) {
            warnOfField(word, tokens.get(i + 2), fields);
        }
    }

    private void warnOfField(String word, ScriptToken field, Set<String> known) {
        var isKnown = known.contains(field.text()) || OF_EVERY_OBJECT.contains(field.text());
        if (field.kind() == Kind.WORD && !isKnown) {
            warnings.add("%s.%s is not a known variable (line %d)".formatted(word, field.text(), field.line())
                    + Spelling.nearest(field.text(), known)
                            .map(name -> "; did you mean %s.%s?".formatted(word, name))
                            .orElse(""));
        }
    }

    /** Whether it is the name of a field in an object. */
    private boolean isKey(int i) {
        return i + 1 < tokens.size()
                && tokens.get(i + 1).is(":")
                && i > 0
                && (tokens.get(i - 1).is("{") || tokens.get(i - 1).is(","));
    }

    private void warnOfReturn(int i) {
        if (i + 1 >= tokens.size()) {
            return;
        }
        var next = tokens.get(i + 1);
        if (next.isFirst() && !next.is("}") && next.kind() != Kind.WORD) {
            warnings.add("return stands alone in line %d, so it returns nothing; begin its value in the same line"
                    .formatted(tokens.get(i).line()));
        } else if (next.is("{")) {
            fields(i + 1).forEach(this::warnOfReturned);
        }
    }

    private void warnOfReturned(int key) {
        var name = tokens.get(key).text();
        var value = key + 2 < tokens.size() && tokens.get(key + 1).is(":") ? tokens.get(key + 2) : tokens.get(key);
        if (!ReturnedObject.KNOWN.contains(name)) {
            ReturnedObject.meant(name)
                    .ifPresent(meant -> warnings.add("%s has no effect (line %d); return %s instead"
                            .formatted(name, tokens.get(key).line(), meant)));
        } else if (value.kind() == Kind.NUMBER && !name.equals("success")) {
            warnings.add("%s is a number (line %d), which has no effect; return a text"
                    .formatted(name, tokens.get(key).line()));
        } else if (isPromise(key + 2)) {
            warnings.add("%s is a promise (line %d), which has no effect; write await in front of it"
                    .formatted(name, tokens.get(key).line()));
        }
    }

    private boolean isPromise(int i) {
        if (i + 2 >= tokens.size()) {
            return false;
        }
        return tokens.get(i).isWord("Promise") && tokens.get(i + 1).is(".")
                || tokens.get(i).isWord("new") && tokens.get(i + 1).isWord("Promise")
                || tokens.get(i).isWord("crypto") && tokens.get(i + 2).isWord("subtle");
    }

    /** Where the names of an object's own fields are. */
    private List<Integer> fields(int brace) {
        var keys = new ArrayList<Integer>();
        var depth = 0;
        for (int i = brace; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += token.is("{") || token.is("(") || token.is("[") ? 1 : 0;
            depth -= token.is("}") || token.is(")") || token.is("]") ? 1 : 0;
            if (depth == 0) {
                break;
            }
            var begins = tokens.get(i - 1).is("{") || tokens.get(i - 1).is(",");
            if (depth == 1 && begins && i > brace && (token.kind() == Kind.WORD || token.kind() == Kind.TEXT)) {
                keys.add(i);
            }
        }
        return keys;
    }
}
