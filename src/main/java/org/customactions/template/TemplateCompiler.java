package org.customactions.template;

import com.github.mustachejava.Code;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultMustache;
import com.github.mustachejava.codes.WriteCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Builds mustache.java's tree from a template's tokens. */
final class TemplateCompiler {

    static final int MAX_NESTING = 20;

    private static final Code[] NO_CODES = {};
    private static final TemplateContext CONTEXT = new TemplateContext("{{", "}}", "template", 1, false);

    private final String source;
    private final Escaping escaping;
    private final Deque<Section> open = new ArrayDeque<>();
    private List<Code> codes = new ArrayList<>();

    private TemplateCompiler(String source, Escaping escaping) {
        this.source = source;
        this.escaping = escaping;
    }

    static Mustache compile(String source, List<Token> tokens, Escaping escaping) {
        var compiler = new TemplateCompiler(source, escaping);
        tokens.forEach(compiler::add);
        return compiler.finish();
    }

    private void add(Token token) {
        if (!token.isText() && escaping.isJson()) {
            refuseBackslashBefore(token);
        }
        switch (token.kind()) {
            case TEXT -> codes.add(text(token));
            case COMMENT -> {}
            case VARIABLE -> codes.add(new ValueTag(CONTEXT, token, escaping, escaping));
            case UNESCAPED_VARIABLE -> codes.add(new ValueTag(CONTEXT, token, Escaping.TEXT, escaping));
            case SECTION, INVERTED_SECTION -> openSection(token);
            case SECTION_END -> closeSection(token);
        }
    }

    private Code text(Token token) {
        if (escaping.isJson()) {
            return new TextTag(CONTEXT, token);
        }
        return escaping == Escaping.FORM
                ? new FormTextTag(CONTEXT, token.content())
                : new WriteCode(CONTEXT, PlainFactory.INSTANCE, token.content());
    }

    private void openSection(Token tag) {
        if (open.size() == MAX_NESTING) {
            throw problem("Sections are nested deeper than 20 levels", tag);
        }
        open.push(new Section(tag, codes));
        codes = new ArrayList<>();
    }

    private void closeSection(Token end) {
        if (open.isEmpty()) {
            throw problem("{{/%s}} closes a section that was not opened".formatted(end.content()), end);
        }
        var section = open.pop();
        var name = section.tag().content();
        if (!name.equals(end.content())) {
            throw problem("{{/%s}} appears where {{/%s}} is expected".formatted(end.content(), name), end);
        }
        var content = tree();
        var path = section.tag().path();
        codes = section.before();
        codes.add(
                section.tag().is(Token.Kind.SECTION)
                        ? new SectionTag(CONTEXT, content, path)
                        : new InvertedSectionTag(CONTEXT, content, path));
    }

    private Mustache finish() {
        if (!open.isEmpty()) {
            var tag = open.peek().tag();
            throw problem("The section %s is not closed with {{/%s}}".formatted(tag.content(), tag.content()), tag);
        }
        return tree();
    }

    private Mustache tree() {
        return new DefaultMustache(CONTEXT, PlainFactory.INSTANCE, codes.toArray(NO_CODES), null);
    }

    /** In a JSON string, a backslash before a tag would combine with the escape of the value's first character. */
    private void refuseBackslashBefore(Token tag) {
        var first = tag.start();
        while (first > 0 && source.charAt(first - 1) == '\\') {
            first--;
        }
        if ((tag.start() - first) % 2 == 1) {
            throw problem("A tag in JSON must not follow a single backslash; remove it or write two", tag);
        }
    }

    private TemplateException problem(String sentence, Token tag) {
        return new TemplateException(sentence, source, tag.start());
    }

    /** A section that is not closed yet, with the codes before it on its level. */
    private record Section(Token tag, List<Code> before) {}
}
