package org.customactions.template.filter;

import java.util.List;

/** Reads the arguments of one filter. */
final class Arguments {

    private static final long MAX_SIZE = 1024 * 1024;

    private final List<Object> given;
    private final String usage;
    private int read;

    /** @param usage the sentence for the author if they do not fit */
    Arguments(List<Object> given, String usage) {
        this.given = given;
        this.usage = usage;
    }

    boolean has(int index) {
        return index < given.size();
    }

    Object value(int index) throws ArgumentException {
        if (!has(index)) {
            throw new ArgumentException(usage, ArgumentException.NONE);
        }
        read = Math.max(read, index + 1);
        return given.get(index);
    }

    String text(int index) throws ArgumentException {
        if (value(index) instanceof String text) {
            return text;
        }
        throw wrong(index);
    }

    String someText(int index) throws ArgumentException {
        var text = text(index);
        if (text.isEmpty()) {
            throw wrong(index);
        }
        return text;
    }

    /** A whole number from 0. */
    int size(int index) throws ArgumentException {
        if (value(index) instanceof Long size && size >= 0) {
            return (int) Math.min(size, MAX_SIZE);
        }
        throw wrong(index);
    }

    ArgumentException wrong(int index) {
        return new ArgumentException(usage, index);
    }

    void requireAllRead() throws ArgumentException {
        if (given.size() > read) {
            throw wrong(read);
        }
    }
}
