package org.customactions.template;

import java.util.regex.Pattern;
import org.customactions.template.Token.Kind;

/** Reads the tag that opens at an offset. */
final class TagReader {

    private static final int MAX_NAME_LENGTH = 255;
    private static final Pattern PATH =
            Pattern.compile("\\.|[\\p{L}\\p{M}\\p{N}_:@$-]++(?:\\.[\\p{L}\\p{M}\\p{N}_:@$-]++)*+");

    private final String source;
    private final int start;

    private TagReader(String source, int start) {
        this.source = source;
        this.start = start;
    }

    static Token read(String source, int start) {
        var reader = new TagReader(source, start);
        return source.startsWith("{{{", start) ? reader.readTriple() : reader.readDouble();
    }

    private Token readTriple() {
        var close = source.indexOf("}}", start + 3);
        if (close < 0 || !source.startsWith("}}}", close)) {
            throw problem("A tag that opens with {{{ is not closed with }}}");
        }
        var name = source.substring(start + 3, close).strip();
        return token(Kind.UNESCAPED_VARIABLE, name, close + 3);
    }

    private Token readDouble() {
        var close = source.indexOf("}}", start + 2);
        if (close < 0) {
            throw problem("A tag that opens with {{ is not closed with }}");
        }
        var content = source.substring(start + 2, close).strip();
        if (content.isEmpty()) {
            throw problem("A tag is empty; write a variable between {{ and }}");
        }
        var name = content.substring(1).strip();
        var end = close + 2;
        return switch (content.charAt(0)) {
            case '!' -> new Token(Kind.COMMENT, "", start, end);
            case '#' -> token(Kind.SECTION, name, end);
            case '^' -> token(Kind.INVERTED_SECTION, name, end);
            case '/' -> token(Kind.SECTION_END, name, end);
            case '&' -> token(Kind.UNESCAPED_VARIABLE, name, end);
            case '=' -> throw problem("Tags that set other delimiters are not supported");
            case '>' -> throw problem("Partials ({{>name}}) are not supported");
            case '<' -> throw problem("Parents ({{<name}}) are not supported");
            case '$' -> throw problem("Blocks ({{$name}}) are not supported");
            case '%' -> throw problem("Pragmas ({{%name}}) are not supported");
            case '?' -> throw problem("Tests ({{?name}}) are not supported; write a section, {{#name}}");
            case '*' -> throw problem("Dynamic names ({{*name}}) are not supported");
            default -> token(Kind.VARIABLE, content, end);
        };
    }

    private Token token(Kind kind, String name, int end) {
        if (name.isEmpty()) {
            throw problem("A tag has no name");
        }
        if (name.length() > MAX_NAME_LENGTH) {
            throw problem("This tag is not closed, or its name is longer than 255 characters");
        }
        if (name.contains("{{") || name.indexOf('\n') >= 0) {
            throw problem("A tag that opens with {{ is not closed with }}");
        }
        if (!PATH.matcher(name).matches()) {
            throw problem(
                    "A tag's name must be words joined by dots, such as contact.name, without spaces or brackets");
        }
        return new Token(kind, name, start, end);
    }

    private TemplateException problem(String sentence) {
        return new TemplateException(sentence, source, start);
    }
}
