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
        var open = areOpen;
        var escaped = isEscaped;
        for (int i = read; i < text.length(); i++) {
            var c = text.charAt(i);
            if (escaped) {
                escaped = false;
            } else if (c == '"') {
                open = !open;
            } else {
                escaped = c == '\\' && open;
            }
        }
        read = text.length();
        areOpen = open;
        isEscaped = escaped;
        return open;
    }
}
