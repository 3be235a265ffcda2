package org.customactions.template;

/**
 * A piece of a template's source.
 *
 * @param kind what it is
 * @param content the text of {@link Kind#TEXT}, the name of any other kind
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
record Token(Kind kind, String content, int start, int end) {

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
            return this != TEXT && this != VARIABLE && this != UNESCAPED_VARIABLE;
        }
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }
}
