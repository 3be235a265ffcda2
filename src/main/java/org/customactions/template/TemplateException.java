package org.customactions.template;

/**
 * Thrown if a template cannot be compiled. The message is one sentence for the person who wrote the template and ends
 * in {@code (line L, column C)}.
 */
public final class TemplateException extends RuntimeException {

    private final int line;
    private final int column;

    TemplateException(String problem, String source, int offset) {
        this(problem, lineAt(source, offset), columnAt(source, offset));
    }

    private TemplateException(String problem, int line, int column) {
        super("%s (line %d, column %d)".formatted(problem, line, column));
        this.line = line;
        this.column = column;
    }

    /** The line of the problem, counted from 1; a line ends at its line feed. */
    public int line() {
        return line;
    }

    /** The column of the problem, counted from 1 in UTF-16 code units, as editors do. */
    public int column() {
        return column;
    }

    static int lineAt(String source, int offset) {
        return 1
                + (int) source.substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    static int columnAt(String source, int offset) {
        return offset - source.lastIndexOf('\n', offset - 1);
    }
}
