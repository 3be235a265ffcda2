package org.customactions.template;

/**
 * Follows the quotes of a JSON text that grows. It looks at each character once, and only if it is asked. It judges
 * what was really written, so it is right whichever sections were skipped and whatever unescaped values brought in.
 */
final class JsonQuotes {

    private int read;
    private boolean areOpen;
    private boolean isEscaped;

    boolean areOpenAtTheEndOf(StringBuilder text) {
        for (; read < text.length(); read++) {
            var c = text.charAt(read);
            if (isEscaped) {
                isEscaped = false;
            } else if (c == '"') {
                areOpen = !areOpen;
            } else {
                isEscaped = areOpen && c == '\\';
            }
        }
        return areOpen;
    }
}
