package org.customactions.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the connections of one server hold of request bodies that are not complete. Each caller has a share, and if all
 * together hold too much, the caller who holds most makes room. It loses the body that was begun first.
 */
final class BodyBytes {

    /** Sixteen of the largest usual bodies. */
    private static final long MOST_OF_CALLER = 16L * RequestLimits.MAX_BODY_SIZE;

    private static final int SHARE_OF_HEAP = 8;

    private final long mostOfAll;
    private final long mostOfCaller;
    private final Map<String, Held> callers = new HashMap<>();
    private long total;

    private static final class Held {

        private final Map<Pacing, Long> connections = new LinkedHashMap<>();
        private long bytes;
    }

    BodyBytes(long mostOfAll, long mostOfCaller) {
        this.mostOfAll = mostOfAll;
        this.mostOfCaller = mostOfCaller;
    }

    static BodyBytes ofThisMachine() {
        var most = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        return new BodyBytes(most, Math.min(most, MOST_OF_CALLER));
    }

    /**
     * Counts bytes of a connection's body.
     *
     * @param caller whom they belong to, by what they sent to say who they are
     * @return the connection that has to go, which counts no more
     */
    synchronized Optional<Pacing> add(Pacing connection, String caller, long bytes) {
        var held = callers.computeIfAbsent(caller, first -> new Held());
        held.connections.merge(connection, bytes, Long::sum);
        held.bytes += bytes;
        total += bytes;
        if (held.bytes > mostOfCaller) {
            return Optional.of(forgetFirst(caller));
        }
        if (total > mostOfAll) {
            var most = callers.entrySet().stream()
                    .max(Comparator.comparingLong(entry -> entry.getValue().bytes))
                    .orElseThrow();
            return Optional.of(forgetFirst(most.getKey()));
        }
        return Optional.empty();
    }

    private Pacing forgetFirst(String caller) {
        var first = callers.get(caller).connections.keySet().iterator().next();
        forget(first, caller);
        return first;
    }

    /** The body is complete, or nobody needs it any more. */
    synchronized void forget(Pacing connection, String caller) {
        var held = callers.get(caller);
        var bytes = held == null ? null : held.connections.remove(connection);
        if (bytes == null) {
            return;
        }
        held.bytes -= bytes;
        total -= bytes;
        if (held.connections.isEmpty()) {
            callers.remove(caller);
        }
    }
}
