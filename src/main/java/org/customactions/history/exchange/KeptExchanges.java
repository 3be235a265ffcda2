package org.customactions.history.exchange;

/** Which executions keep what they sent and got back. */
public enum KeptExchanges {
    FAILURES,
    ALL,
    NONE;

    boolean contain(boolean success) {
        return this == ALL || this == FAILURES && !success;
    }
}
