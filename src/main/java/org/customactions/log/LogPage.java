package org.customactions.log;

import java.util.List;

/**
 * A page of an {@link ActionLog}, newest first.
 *
 * @param nextBefore value of {@code before} for the next page; null on the last one
 */
public record LogPage<E extends LogEntry>(List<E> entries, String nextBefore) {

    static <E extends LogEntry> LogPage<E> of(List<E> found, int limit) {
        return found.size() > limit
                ? new LogPage<>(
                        found.subList(0, limit), found.get(limit - 1).cursor().toString())
                : new LogPage<>(found, null);
    }
}
