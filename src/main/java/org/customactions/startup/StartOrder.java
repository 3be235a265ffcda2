package org.customactions.startup;

/** The order of the steps at start. Steps without a place here run after {@link #DATABASE}. */
public final class StartOrder {

    /** The thread that starts the service gets its event loop. */
    public static final int LOOPS = 10;

    /** Settings are used for the first time. If one of them ends the start, nothing should have changed yet. */
    public static final int SETTINGS = 100;

    /** The schema is brought up to date. */
    public static final int DATABASE = 200;

    /** The service's initial rows are written. */
    public static final int DATA = 1_000;

    /** Nothing can refuse the start any more. */
    public static final int LAST = Integer.MAX_VALUE;

    private StartOrder() {}
}
