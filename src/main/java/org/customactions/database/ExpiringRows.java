package org.customactions.database;

import java.time.Duration;

/**
 * Rows that are kept for a time only. {@link Cleaning} deletes the expired rows of each bean of this type.
 *
 * @param name what they are, in the plural, for the log
 * @param table the table that holds them all
 * @param id the column that identifies a row
 * @param expiry the column with the time from which {@code kept} counts. It needs an index
 * @param kept how long a row is kept after its {@code expiry}
 */
public record ExpiringRows(String name, String table, String id, String expiry, Duration kept) {}
