package org.customactions.template;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a template into text and tags, in one pass without recursion. It refuses every tag that is not a variable, a
 * section, an inverted section or a comment. Nothing else reads the syntax: the tree is built from these tokens, so no
 * second parser can see other tags than the checked ones. Text is kept exactly, but a section tag or comment that is
 * alone on a line takes the line with it (mustache(5)).
 */
final class TemplateScanner {

    static final int MAX_LENGTH = 256 * 1024;
    static final int MAX_TAGS = 1_000;

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int tags;

    private TemplateScanner(String source) {
        this.source = source;
    }

    /** The tokens of a template, in order. A text is never empty. */
    static List<Token> scan(String source) {
        if (source.length() > MAX_LENGTH) {
            throw new TemplateException("The template has more than 262,144 characters", source, MAX_LENGTH);
        }
        return new TemplateScanner(source).scan();
    }

    private List<Token> scan() {
        for (int open; (open = source.indexOf("{{", position)) >= 0; ) {
            var tag = TagReader.read(source, open);
            if (++tags > MAX_TAGS) {
                throw new TemplateException("The template has more than 1,000 tags", source, open);
            }
            var line = StandaloneLine.around(source, tag);
            addText(line.start());
            tokens.add(tag);
            position = line.end();
        }
        addText(source.length());
        return List.copyOf(tokens);
    }

    private void addText(int end) {
        if (end > position) {
            tokens.add(Token.text(source.substring(position, end), position));
        }
    }

    /** The source that a tag removes: the tag itself, or its whole line if it is alone on it. */
    private record StandaloneLine(int start, int end) {

        static StandaloneLine around(String source, Token tag) {
            var before = tag.start();
            while (before > 0 && isBlank(source.charAt(before - 1))) {
                before--;
            }
            var after = tag.end();
            while (after < source.length() && isBlank(source.charAt(after))) {
                after++;
            }
            var opensLine = before == 0 || source.charAt(before - 1) == '\n';
            var next = after + lineEnd(source, after);
            var closesLine = next > after || after == source.length();
            var alone = tag.kind().mayStandAlone() && opensLine && closesLine;
            return alone ? new StandaloneLine(before, next) : new StandaloneLine(tag.start(), tag.end());
        }

        private static int lineEnd(String source, int offset) {
            return source.startsWith("\r\n", offset) ? 2 : source.startsWith("\n", offset) ? 1 : 0;
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }
    }
}
