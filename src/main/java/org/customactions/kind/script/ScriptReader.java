package org.customactions.kind.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.customactions.kind.script.ScriptToken.Kind;

/**
 * Divides code into tokens, well enough to warn of what is probably not meant. The engine has accepted the code, so
 * what is read wrongly here costs a warning and nothing else.
 */
final class ScriptReader {

    /** A slash that follows them begins a regular expression. */
    private static final Set<String> BEFORE_VALUES =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "do", "else", "await");

    private final String code;
    private final List<ScriptToken> tokens = new ArrayList<>();
    private int position;
    private int line = 1;
    private int lineOfLast;

    private ScriptReader(String code) {
        this.code = code;
    }

    static List<ScriptToken> read(String code) {
        var reader = new ScriptReader(code);
        while (reader.position < code.length()) {
            reader.next();
        }
        return reader.tokens;
    }

    private void next() {
        var unit = at(0);
        if (Character.isWhitespace(unit)) {
            skip(1);
        } else if (unit == '/' && at(1) == '/') {
            skip(lengthUntil("\n", 0));
        } else if (unit == '/' && at(1) == '*') {
            skip(lengthUntil("*/", 2) + 2);
        } else if (Character.isJavaIdentifierStart(unit) || unit == '#') {
            add(Kind.WORD, lengthOfWord());
        } else if (Character.isDigit(unit)) {
            add(Kind.NUMBER, lengthOfWord());
        } else if (unit == '"' || unit == '\'') {
            add(Kind.TEXT, lengthOfQuoted(unit));
        } else if (unit == '`') {
            add(Kind.TEMPLATE, lengthOfTemplate());
        } else if (unit == '/' && canBeginRegex()) {
            add(Kind.REGEX, lengthOfRegex());
        } else {
            add(Kind.SIGN, code.startsWith("=>", position) || code.startsWith("?.", position) ? 2 : 1);
        }
    }

    private char at(int offset) {
        return position + offset < code.length() ? code.charAt(position + offset) : '\0';
    }

    private void add(Kind kind, int length) {
        var end = Math.min(code.length(), position + length);
        var text = code.substring(position, end);
        var shown = kind == Kind.TEXT && text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
        tokens.add(new ScriptToken(kind, shown, line, line != lineOfLast));
        skip(length);
        lineOfLast = line;
    }

    private void skip(int length) {
        var end = Math.min(code.length(), position + length);
        for (; position < end; position++) {
            line += code.charAt(position) == '\n' ? 1 : 0;
        }
    }

    private int lengthUntil(String end, int from) {
        var found = code.indexOf(end, position + from);
        return (found < 0 ? code.length() : found) - position;
    }

    private int lengthOfWord() {
        var length = 1;
        while (Character.isJavaIdentifierPart(at(length)) && at(length) != '\0') {
            length++;
        }
        return length;
    }

    private int lengthOfQuoted(char quote) {
        var length = 1;
        while (position + length < code.length() && at(length) != quote) {
            length += at(length) == '\\' ? 2 : 1;
        }
        return length + 1;
    }

    /** With the code that is filled in, in which braces and other templates may stand. */
    private int lengthOfTemplate() {
        var depth = 0;
        var length = 1;
        while (position + length < code.length() && (depth > 0 || at(length) != '`')) {
            if (at(length) == '\\') {
                length++;
            } else if (at(length) == '$' && at(length + 1) == '{') {
                depth++;
            } else if (at(length) == '}' && depth > 0) {
                depth--;
            }
            length++;
        }
        return length + 1;
    }

    private int lengthOfRegex() {
        var inClass = false;
        var length = 1;
        while (position + length < code.length() && (inClass || at(length) != '/') && at(length) != '\n') {
            inClass = at(length) == '[' || inClass && at(length) != ']';
            length += at(length) == '\\' ? 2 : 1;
        }
        length++;
        while (Character.isLetter(at(length))) {
            length++;
        }
        return length;
    }

    private boolean canBeginRegex() {
        if (tokens.isEmpty()) {
            return true;
        }
        var last = tokens.get(tokens.size() - 1);
        return last.kind() == Kind.WORD
                ? BEFORE_VALUES.contains(last.text())
                : last.kind() == Kind.SIGN && !last.is(")") && !last.is("]") && !last.is("}");
    }
}
