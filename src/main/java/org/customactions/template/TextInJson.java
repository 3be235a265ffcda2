package org.customactions.template;

import java.util.regex.Pattern;

/**
 * The text of a JSON string that a template is writing, as its reader will see it. A value is escaped for the string,
 * but if the text is JSON or GraphQL again, nobody escapes it for that unless a filter does.
 */
final class TextInJson {

    /** Other text may begin with a bracket, too. */
    private static final Pattern STRUCTURED =
            Pattern.compile("\\s*(?:\\{|\\[\\s*[\\[{\"]|(?:query|mutation|subscription)\\b)");

    /** What comes later cannot be the beginning. */
    private static final int MAX_BEGINNING = 200;

    private final StringBuilder text = new StringBuilder();
    private JsonQuotes quotes = new JsonQuotes();
    private boolean isOpen;
    private boolean isEscaped;

    void add(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            add(piece.charAt(i));
        }
    }

    private void add(char c) {
        if (isEscaped) {
            isEscaped = false;
            text.append(read(c));
        } else if (c == '"') {
            isOpen = !isOpen;
            text.setLength(0);
            quotes = new JsonQuotes();
        } else if (isOpen && c == '\\') {
            isEscaped = true;
        } else if (isOpen) {
            text.append(c);
        }
    }

    private static char read(char escape) {
        return switch (escape) {
            case 'b', 'f', 'n', 'r', 't' -> ' ';
            default -> escape;
        };
    }

    /** Whether a value would stand between the quotes of something that is structured itself. */
    boolean isInQuotesOfItsOwn() {
        return isOpen
                && quotes.areOpenAtTheEndOf(text)
                && STRUCTURED
                        .matcher(text)
                        .region(0, Math.min(text.length(), MAX_BEGINNING))
                        .lookingAt();
    }
}
