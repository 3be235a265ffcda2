package org.customactions.template.filter;

/** Thrown if a filter can make nothing of a value. The message is one sentence that names the variable. */
public final class FilterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FilterException(String message) {
        super(message);
    }
}
