package org.customactions.database;

import java.time.Duration;

/**
 * Rows that are of no use after a time. {@link Cleaning} deletes those of each bean of this type.
 *
 * @param name what they are, in the plural, for the log
 * @param table the table they are all in
 * @param id the column that tells a row from all others
 * @param expiry the column with the time from which {@code kept} counts. It needs an index
 * @param kept how long a row is kept past its {@code expiry}
 */
public record ExpiringRows(String name, String table, String id, String expiry, Duration kept) {}
