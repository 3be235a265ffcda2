package org.customactions.database;

import java.time.Duration;

/** Rows that are of no use after a time, for {@link Cleaning} to delete. */
public interface ExpiringRows {

    /** What they are, in the plural, for the log. */
    String name();

    /** The table they are all in. */
    String table();

    /** The column that tells a row from all others. */
    String id();

    /** The column with the time from which {@link #kept} counts. It needs an index. */
    String expiry();

    /** How long a row is kept past its {@link #expiry}. */
    default Duration kept() {
        return Duration.ZERO;
    }
}
