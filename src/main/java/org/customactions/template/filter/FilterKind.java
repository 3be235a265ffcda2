package org.customactions.template.filter;

import java.util.List;

/**
 * What there is to know about a filter before it has arguments.
 *
 * @param usage what it takes, with an example; empty if it takes nothing
 */
record FilterKind(String name, String usage, Reader reader) {

    /** Makes a filter of its arguments. */
    @FunctionalInterface
    interface Reader {

        Filter read(Arguments arguments) throws ArgumentException;
    }

    Filter with(List<Object> given) throws ArgumentException {
        var arguments = new Arguments(given, usage.isEmpty() ? name + " takes nothing" : name + " takes " + usage);
        var filter = reader.read(arguments);
        arguments.requireAllRead();
        return filter;
    }
}
