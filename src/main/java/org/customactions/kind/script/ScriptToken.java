package org.customactions.kind.script;

/**
 * A word, a sign or a literal of JavaScript.
 *
 * @param text as it is written; of a text in quotes what stands between them
 * @param line where it begins, from 1
 * @param isFirst whether it is the first of its line
 */
record ScriptToken(Kind kind, String text, int line, boolean isFirst) {

    /** What a token is. */
    enum Kind {
        WORD,
        NUMBER,
        /** In single or double quotes. */
        TEXT,
        /** In backticks, with what is filled in. */
        TEMPLATE,
        REGEX,
        SIGN
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
