package org.customactions.startup;

/** What happens when the service starts, in this order; what has no place here comes after {@link #DATABASE}. */
public final class StartOrder {

    /** Settings are used for the first time. A start that one of them ends should have changed nothing. */
    public static final int SETTINGS = 100;

    /** The schema is brought up to date. */
    public static final int DATABASE = 200;

    /** Rows are written that the service comes with. */
    public static final int DATA = 1_000;

    /** Nothing can refuse the start any more. */
    public static final int LAST = Integer.MAX_VALUE;

    private StartOrder() {}
}
