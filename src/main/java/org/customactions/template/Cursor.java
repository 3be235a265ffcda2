package org.customactions.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.customactions.template.filter.Json;

/** Reads the pieces of a tag. What cannot be read is refused with its place. */
final class Cursor {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,99})(?<fraction>\\.\\d{1,99})?");

    private final String source;
    private int position;

    Cursor(String source, int position) {
        this.source = source;
        this.position = position;
    }

    int position() {
        return position;
    }

    /** The next character; 0 at the end of the template. */
    char peek() {
        return position < source.length() ? source.charAt(position) : 0;
    }

    boolean at(String text) {
        return source.startsWith(text, position);
    }

    /** Whether the tag ends here, or is cut off. */
    boolean atEndOfTag() {
        return position == source.length() || peek() == '}' || peek() == '\n';
    }

    void skip() {
        position++;
    }

    void skipSpace() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
    }

    /** @return true, to be read in a condition */
    boolean skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            position++;
        }
        return true;
    }

    /** The segments of a path, none for a dot alone; null if there is no path here. */
    List<String> path() {
        if (peek() == '.') {
            position++;
            return List.of();
        }
        var segments = new ArrayList<String>(4);
        do {
            if (!segments.isEmpty()) {
                position++;
            }
            var segment = peek() == '[' ? bracketed() : name();
            if (segment.isEmpty()) {
                return null;
            }
            segments.add(segment);
        } while (peek() == '.');
        return segments;
    }

    String word() {
        var from = position;
        while (Character.isLetterOrDigit(peek()) || peek() == '_') {
            position++;
        }
        return source.substring(from, position);
    }

    Object argument() {
        var c = peek();
        if (c == '"') {
            return quoted();
        }
        if (c == '-' || c >= '0' && c <= '9') {
            return number();
        }
        var from = position;
        return switch (word()) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> Json.NULL;
            default ->
                throw problem(from, "A filter's argument must be a text in quotes, a number, true, false or null");
        };
    }

    /** A text in quotes, in which a backslash stands before a quote or another backslash. */
    String quoted() {
        var open = position++;
        var text = new StringBuilder();
        for (; position < source.length(); position++) {
            var c = source.charAt(position);
            if (c == '"') {
                position++;
                requireEnd(open);
                return text.toString();
            }
            if (c == '\\') {
                c = escaped();
            }
            text.append(c);
        }
        throw notClosed(open);
    }

    private char escaped() {
        position++;
        if (peek() != '"' && peek() != '\\') {
            throw problem(position - 1, "In quotes, write \\\\ for a backslash and \\\" for a quote");
        }
        return peek();
    }

    /** What follows tells a quote inside the text from its end. */
    private void requireEnd(int open) {
        if (!Character.isWhitespace(peek()) && peek() != '|' && !at("}}")) {
            throw notClosed(open);
        }
    }

    private Object number() {
        var matcher = NUMBER.matcher(source).region(position, source.length());
        if (!matcher.lookingAt()) {
            throw problem(position, "A number must be written as in JSON, such as 80 or -1.5");
        }
        var from = position;
        position = matcher.end();
        if (!Character.isWhitespace(peek()) && peek() != '|' && !at("}}")) {
            throw problem(from, "A number must be written as in JSON, such as 80 or -1.5");
        }
        var number = new BigDecimal(matcher.group());
        return matcher.group("fraction") == null && number.precision() < 19 ? (Object) number.longValueExact() : number;
    }

    private String bracketed() {
        var end = position + 1;
        while (end < source.length() && source.charAt(end) != ']' && source.charAt(end) != '\n') {
            end++;
        }
        if (end == source.length() || source.charAt(end) == '\n') {
            throw problem(position, "A bracket is not closed with ]");
        }
        var name = source.substring(position + 1, end);
        position = end + 1;
        return name;
    }

    private String name() {
        var from = position;
        while (position < source.length()) {
            var c = source.codePointAt(position);
            if (!isOfName(c)) {
                break;
            }
            position += Character.charCount(c);
        }
        return source.substring(from, position);
    }

    private static boolean isOfName(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_:@$-".indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private TemplateException notClosed(int open) {
        return problem(open, "This quote is not closed; write \\\" for a quote inside the text");
    }

    private TemplateException problem(int offset, String sentence) {
        return new TemplateException(sentence, source, offset);
    }
}
