package org.customactions.database;

import io.smallrye.mutiny.Uni;

/** Rows that are of no use after a time, for {@link Cleaning} to delete. */
public interface ExpiringRows {

    /** What they are, in the plural, for the log. */
    String name();

    /**
     * Deletes some of those that are over, in one statement that waits for no other and makes none wait. It is called within
     * a transaction.
     *
     * @param limit most rows to delete
     * @return how many were deleted; fewer than the limit when no more are left
     */
    Uni<Integer> deleteSome(int limit);
}
