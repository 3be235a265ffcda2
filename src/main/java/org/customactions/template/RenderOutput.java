package org.customactions.template;

import java.io.Writer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects a template's output and stops it at the end of its room or of the click's budget. Every tag gets it, so it
 * also counts the work and notes unknown names.
 */
final class RenderOutput extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final JsonQuotes quotes = new JsonQuotes();
    private final XmlMarkup markup = new XmlMarkup();
    private final FormLines lines = new FormLines();
    private final List<Filled.Gap> gaps = new ArrayList<>(0);
    private final Origins origins = new Origins();
    private final Room room;
    private final RenderBudget budget;
    private final Charset charset;

    RenderOutput(Room room, RenderBudget budget, Charset charset) {
        this.room = room;
        this.budget = budget;
        this.charset = charset;
    }

    /** What the values of a form are encoded in. */
    Charset charset() {
        return charset;
    }

    RenderBudget budget() {
        return budget;
    }

    /** Whether what comes next stands inside the quotes of a JSON string. */
    boolean isInJsonString() {
        return quotes.areOpenAtTheEndOf(text);
    }

    boolean has(char c) {
        return text.indexOf(String.valueOf(c)) >= 0;
    }

    /** Whether what comes next stands inside a CDATA section of XML. */
    boolean isInCdata() {
        return markup.isInCdataAtTheEndOf(text);
    }

    /** Notes that a value of a JSON document is missing here, unless it is text in quotes. */
    void missing(String name, int origin) {
        if (!isInJsonString()) {
            gaps.add(new Filled.Gap(name, text.length(), origin));
        }
    }

    /** Notes where in the template stands what comes next, see {@link Origins#add}. */
    void comesFrom(int start, int end) {
        origins.add(text.length(), start, end);
    }

    /** Writes text of a form's template, in which some line breaks may be dropped. */
    void writeForm(String piece, int[] breaks) {
        lines.add(breaks, text.length());
        write(piece);
    }

    boolean endsWith(char c) {
        return text.length() > 0 && text.charAt(text.length() - 1) == c;
    }

    int length() {
        return text.length();
    }

    /** What was written since the output was so long. */
    String from(int start) {
        return text.substring(start);
    }

    /**
     * The output, once everything is written.
     *
     * @param source the template
     */
    Filled filled(String source) {
        lines.dropFrom(text);
        return new Filled(text.toString(), gaps, source, origins);
    }

    /** Whether a backslash at the end would change the first character of what comes next. */
    boolean endsWithLoneBackslash() {
        var first = text.length();
        while (first > 0 && text.charAt(first - 1) == '\\') {
            first--;
        }
        return (text.length() - first) % 2 == 1;
    }

    @Override
    public void write(String piece) {
        reserve(piece.length());
        text.append(piece);
    }

    @Override
    public void write(char[] piece, int offset, int length) {
        reserve(length);
        text.append(piece, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private void reserve(int length) {
        if (length > room.characters() - text.length()) {
            throw room.tooLong().get();
        }
        budget.wrote(length);
    }
}
