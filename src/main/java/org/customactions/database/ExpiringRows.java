package org.customactions.database;

import java.time.Duration;
import java.util.Map;

/**
 * Rows that are kept for a time only. {@link Cleaning} deletes the expired rows of each bean of this type.
 *
 * @param name what they are, in the plural, for the log
 * @param table the table that holds them all
 * @param id the column that identifies a row
 * @param expiry the column with the time from which {@code kept} counts; rows without one stay. It needs an index
 * @param kept how long a row is kept after its {@code expiry}
 * @param belongings tables with rows that go with such a row, each with the column that names it
 */
public record ExpiringRows(
        String name, String table, String id, String expiry, Duration kept, Map<String, String> belongings) {

    public ExpiringRows(String name, String table, String id, String expiry, Duration kept) {
        this(name, table, id, expiry, kept, Map.of());
    }
}
