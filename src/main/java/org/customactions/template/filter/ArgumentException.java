package org.customactions.template.filter;

/** Thrown if there is no such filter, or if it cannot work with its arguments. */
public final class ArgumentException extends Exception {

    /** The filter as a whole is at fault. */
    public static final int NONE = -1;

    private static final long serialVersionUID = 1L;

    private final int argument;

    ArgumentException(String message, int argument) {
        super(message);
        this.argument = argument;
    }

    /** The index of the argument that is at fault, or {@link #NONE}. */
    public int argument() {
        return argument;
    }
}
