package org.customactions.template;

/**
 * A piece of a template's source.
 *
 * @param kind what it is
 * @param content the text of {@link Kind#TEXT}, the name of any other kind
 * @param expression what a variable or section means; null for any other kind
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
record Token(Kind kind, String content, Expression expression, int start, int end) {

    enum Kind {
        TEXT,
        COMMENT,
        VARIABLE,
        UNESCAPED_VARIABLE,
        SECTION,
        INVERTED_SECTION,
        SECTION_END;

        /** Whether the tag is removed with its line if it is alone on it. */
        boolean mayStandAlone() {
            return this != TEXT && !isVariable();
        }

        /** Whether the tag writes a value. */
        boolean isVariable() {
            return this == VARIABLE || this == UNESCAPED_VARIABLE;
        }
    }

    static Token text(String text, int start) {
        return new Token(Kind.TEXT, text, null, start, start + text.length());
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    /** Whether a variable or section names a secret. */
    boolean usesSecret() {
        return path() != null && path().secret() != null && kind != Kind.SECTION_END;
    }

    /** The path that a variable or section names; null for a text in quotes and for any other kind. */
    VariablePath path() {
        return expression != null && expression.operand() instanceof VariablePath path ? path : null;
    }
}
