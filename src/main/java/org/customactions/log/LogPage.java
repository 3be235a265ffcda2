package org.customactions.log;

import java.util.List;

/**
 * Entries of an {@link ActionLog}, newest first.
 *
 * @param nextBefore what {@code before} has to be for those that come after these; null on the last page
 */
public record LogPage<E extends LogEntry>(List<E> entries, String nextBefore) {

    static <E extends LogEntry> LogPage<E> of(List<E> found, int limit) {
        return found.size() > limit
                ? new LogPage<>(
                        found.subList(0, limit), found.get(limit - 1).cursor().toString())
                : new LogPage<>(found, null);
    }
}
