package org.customactions.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.customactions.template.Token.Kind;
import org.customactions.template.filter.ArgumentException;
import org.customactions.template.filter.Filter;
import org.customactions.template.filter.Filters;

/** Reads the tag that opens at an offset, character by character from left to right. */
final class TagReader {

    private static final int MAX_NAME_LENGTH = 255;
    /** As other languages write it. */
    private static final Pattern INDEX = Pattern.compile("[^.]\\[\\d+]");

    private static final String NOT_CLOSED = "A tag that opens with {{ is not closed with }}";
    private static final String TRIPLE_NOT_CLOSED = "A tag that opens with {{{ is not closed with }}}";

    private final String source;
    private final int start;
    private final String close;
    private final Cursor cursor;

    private TagReader(String source, int start) {
        this.source = source;
        this.start = start;
        this.close = source.startsWith("{{{", start) ? "}}}" : "}}";
        this.cursor = new Cursor(source, start + close.length());
    }

    static Token read(String source, int start) {
        var reader = new TagReader(source, start);
        if (source.indexOf("}}", start + reader.close.length()) < 0) {
            throw reader.problem(reader.notClosed());
        }
        reader.cursor.skipSpace();
        return reader.isTriple() ? reader.variable(Kind.UNESCAPED_VARIABLE) : reader.readDouble();
    }

    private Token readDouble() {
        if (cursor.at("}}")) {
            throw problem("A tag is empty; write a variable between {{ and }}");
        }
        return switch (cursor.peek()) {
            case '!' -> new Token(Kind.COMMENT, "", null, start, source.indexOf("}}", cursor.position()) + 2);
            case '#' -> section(Kind.SECTION);
            case '^' -> section(Kind.INVERTED_SECTION);
            case '/' -> section(Kind.SECTION_END);
            case '&' -> {
                cursor.skip();
                yield variable(Kind.UNESCAPED_VARIABLE);
            }
            case '=' -> throw problem("Tags that set other delimiters are not supported");
            case '>' -> throw problem("Partials ({{>name}}) are not supported");
            case '<' -> throw problem("Parents ({{<name}}) are not supported");
            case '$' -> throw problem("Blocks ({{$name}}) are not supported");
            case '%' -> throw problem("Pragmas ({{%name}}) are not supported");
            case '?' -> throw problem("Tests ({{?name}}) are not supported; write a section, {{#name}}");
            case '*' -> throw problem("Dynamic names ({{*name}}) are not supported");
            default -> variable(Kind.VARIABLE);
        };
    }

    private Token section(Kind kind) {
        cursor.skip();
        cursor.skipSpace();
        var path = path();
        cursor.skipSpace();
        if (cursor.at("|")) {
            throw problemAt(cursor.position(), "A section takes no filters; write them in the tags inside it");
        }
        return end(kind, Expression.of(path));
    }

    private Token variable(Kind kind) {
        cursor.skipSpace();
        var operand = cursor.at("\"") ? new Operand.Quoted(cursor.quoted()) : path();
        cursor.skipSpace();
        return end(kind, cursor.at("|") ? filtered(operand) : Expression.of(operand));
    }

    private Token end(Kind kind, Expression expression) {
        if (!cursor.at(close)) {
            throw wrongName();
        }
        return new Token(kind, expression.operand().toString(), expression, start, cursor.position() + close.length());
    }

    private VariablePath path() {
        var from = cursor.position();
        var segments = cursor.path();
        if (segments == null || cursor.position() - from > MAX_NAME_LENGTH) {
            throw wrongName();
        }
        return new VariablePath(source.substring(from, cursor.position()), segments);
    }

    private Expression filtered(Operand operand) {
        var filters = new ArrayList<Filter>();
        var names = new ArrayList<String>();
        while (cursor.at("|")) {
            cursor.skip();
            cursor.skipBlanks();
            var at = cursor.position();
            var name = cursor.word();
            if (name.isEmpty()) {
                throw problemAt(at, "The name of a filter must follow |, such as | upper");
            }
            filters.add(filter(name, at));
            names.add(name);
            cursor.skipSpace();
        }
        if (!cursor.at(close)) {
            throw problem(notClosed());
        }
        return new Expression(operand, List.copyOf(filters), List.copyOf(names));
    }

    private Filter filter(String name, int at) {
        var arguments = new ArrayList<Object>();
        var places = new ArrayList<Integer>();
        while (cursor.skipBlanks() && !cursor.at("|") && !cursor.atEndOfTag()) {
            places.add(cursor.position());
            arguments.add(cursor.argument());
        }
        try {
            return Filters.of(name, arguments);
        } catch (ArgumentException e) {
            throw problemAt(e.argument() == ArgumentException.NONE ? at : places.get(e.argument()), e.getMessage());
        }
    }

    /** Tells why no tag can be read, from what stands up to the next end of a tag. */
    private TemplateException wrongName() {
        var name = source.substring(start + close.length(), source.indexOf("}}", start + close.length()))
                .strip();
        var isMarked = !isTriple() && !name.isEmpty() && "#^/&".indexOf(name.charAt(0)) >= 0;
        var bare = isMarked ? name.substring(1).strip() : name;
        if (bare.isEmpty()) {
            return problem("A tag has no name");
        }
        if (isTriple() && cursor.at("}}")) {
            return problem(notClosed());
        }
        if (bare.length() > MAX_NAME_LENGTH) {
            return problem("This tag is not closed, or its name is longer than 255 characters");
        }
        if (bare.contains("{{") || bare.indexOf('\n') >= 0) {
            return problem(NOT_CLOSED);
        }
        if (INDEX.matcher(bare).find()) {
            return problem("The number of a list's element follows a dot, from 0, such as response.items.0.id");
        }
        return problem("A tag's name must be words joined by dots, such as contact.name; put a word that has other"
                + " characters in brackets, such as contact.metadata.[Order Number]");
    }

    private String notClosed() {
        return isTriple() ? TRIPLE_NOT_CLOSED : NOT_CLOSED;
    }

    private boolean isTriple() {
        return close.length() == 3;
    }

    private TemplateException problem(String sentence) {
        return problemAt(start, sentence);
    }

    private TemplateException problemAt(int offset, String sentence) {
        return new TemplateException(sentence, source, offset);
    }
}
