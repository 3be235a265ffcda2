package org.customactions.template;

import java.util.List;

/**
 * A place of a template that names a variable, in a tag or as a section.
 *
 * @param name as it is written, such as {@code secret.crm_token}
 * @param segments its parts; none for {@code {{.}}}
 * @param filters names of the filters behind it
 * @param line counted from 1
 * @param column counted from 1 in UTF-16 code units
 */
public record VariableUse(String name, List<String> segments, List<String> filters, int line, int column) {

    static List<VariableUse> in(String source, List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.path() != null && !token.is(Token.Kind.SECTION_END))
                .map(token -> of(source, token))
                .toList();
    }

    /** Whether the variable begins with this word, such as {@code secret}. */
    public boolean isOf(String root) {
        return !segments.isEmpty() && segments.get(0).equals(root);
    }

    private static VariableUse of(String source, Token token) {
        var place = new TemplateException("", source, token.start());
        return new VariableUse(
                token.content(), token.path().segments(), token.expression().names(), place.line(), place.column());
    }
}
