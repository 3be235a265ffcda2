package org.customactions.template.filter;

/** Makes another value of a value. Immutable; its arguments were read when the template was. */
@FunctionalInterface
public interface Filter {

    /**
     * The value that goes on.
     *
     * @param value plain data or a {@link Json}; null if there is none
     * @throws FilterException if it can make nothing of the value; the message names the variable
     */
    Object apply(Object value, Work work);
}
