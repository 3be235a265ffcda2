package org.customactions.http;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What all connections together hold of answers that their clients have not taken yet. If it is too much, those are
 * closed that take their answers slowest.
 */
final class UnsentBytes {

    /** An eighth of the heap; half of it is enough for ten thousand usual answers. */
    private static final int SHARE_OF_HEAP = 8;

    private final long limit;
    private final AtomicLong total = new AtomicLong();
    private final Set<Outflow> slow = ConcurrentHashMap.newKeySet();

    UnsentBytes(long limit) {
        this.limit = limit;
    }

    static UnsentBytes ofThisMachine() {
        return new UnsentBytes(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** Counts bytes of an answer, or with a negative number that they have left. */
    void add(long bytes) {
        if (total.addAndGet(bytes) > limit && bytes > 0) {
            closeSlowest();
        }
    }

    /** Remembers a connection whose client did not take its answer at once. */
    void isSlow(Outflow connection) {
        slow.add(connection);
    }

    void isDone(Outflow connection) {
        slow.remove(connection);
    }

    private synchronized void closeSlowest() {
        while (total.get() > limit) {
            var slowest = slow.stream().min(Comparator.comparingDouble(Outflow::bytesPerSecond));
            if (slowest.isEmpty()) {
                return;
            }
            slow.remove(slowest.get());
            total.addAndGet(-slowest.get().giveUp());
        }
    }
}
