package org.customactions.background;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The attempts that this replica may have under way at once. Each organization and each of its upstreams has a most of
 * its own. Once half of all places are taken, an organization gets no more than one, so that there is always one for
 * somebody who comes new. Large requests have a bound in bytes, too, all together.
 */
final class Places {

    /** In bytes; so many of them in all places need no bound of their own. */
    static final int SMALL = 64 * 1024;

    private static final long MAX_LARGE_BYTES = 24L * 1024 * 1024;

    private final int all;
    private final int perOrganization;
    private final int perUpstream;
    private final Map<UUID, Integer> byOrganization = new HashMap<>();
    private final Map<Lane, Integer> byLane = new HashMap<>();
    private int taken;
    private long largeBytes;

    Places(int all, int perOrganization, int perUpstream) {
        this.all = all;
        this.perOrganization = perOrganization;
        this.perUpstream = Math.min(perOrganization, perUpstream);
    }

    /**
     * What there is room for.
     *
     * @param free places for all
     * @param perOrganization places that an organization may have by now, those it has included
     * @param perUpstream the same for one of its upstreams
     * @param full organizations that get none
     * @param busy the lanes with attempts under way
     * @param largeBytes what large requests may take together
     */
    record Room(
            int free,
            int perOrganization,
            int perUpstream,
            List<UUID> full,
            Map<Lane, Integer> busy,
            long largeBytes) {}

    synchronized Room room() {
        var most = taken < (all + 1) / 2 ? perOrganization : 1;
        var full = new ArrayList<UUID>();
        byOrganization.forEach((organizationId, count) -> {
            if (count >= most) {
                full.add(organizationId);
            }
        });
        return new Room(
                all - taken, most, Math.min(most, perUpstream), full, Map.copyOf(byLane), MAX_LARGE_BYTES - largeBytes);
    }

    /** Whether an execution that waits there now would have to wait for a place. */
    synchronized boolean isFull(Lane lane) {
        var most = taken < (all + 1) / 2 ? perOrganization : 1;
        return taken >= all
                || byOrganization.getOrDefault(lane.organizationId(), 0) >= most
                || byLane.getOrDefault(lane, 0) >= perUpstream;
    }

    synchronized int taken() {
        return taken;
    }

    synchronized void take(Lane lane, int bytes) {
        taken++;
        largeBytes += large(bytes);
        byOrganization.merge(lane.organizationId(), 1, Integer::sum);
        byLane.merge(lane, 1, Integer::sum);
    }

    private static int large(int bytes) {
        return bytes > SMALL ? bytes : 0;
    }

    synchronized void release(Lane lane, int bytes) {
        taken--;
        largeBytes -= large(bytes);
        byOrganization.computeIfPresent(lane.organizationId(), (id, count) -> count == 1 ? null : count - 1);
        byLane.computeIfPresent(lane, (id, count) -> count == 1 ? null : count - 1);
    }
}
