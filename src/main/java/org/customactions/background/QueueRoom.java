package org.customactions.background;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.UUID;

/**
 * Tells when somebody has to look how much of an organization waits: with the first that this replica accepts, after
 * each thirty-second part of a limit, and each time while there is no room. Looking each time would read all of it.
 */
final class QueueRoom {

    private static final int LOOKS = 32;
    private static final int MAX_ORGANIZATIONS = 10_000;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final int most;
    private final long mostBytes;
    private final LoadingCache<UUID, Accepted> accepted;

    /** What this replica has accepted since somebody looked. */
    private static final class Accepted {

        private int count;
        private long bytes;
    }

    QueueRoom(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.accepted = Caffeine.newBuilder()
                .maximumSize(MAX_ORGANIZATIONS)
                .expireAfterAccess(UNUSED)
                .build(organizationId -> unknown(new Accepted()));
    }

    /** Counts one that is about to be stored; whether it is time to look. */
    boolean isToBeCounted(UUID organizationId, int bytes) {
        var sum = accepted.get(organizationId);
        synchronized (sum) {
            sum.count++;
            sum.bytes += bytes;
            if (sum.count < most / LOOKS && sum.bytes < mostBytes / LOOKS) {
                return false;
            }
            sum.count = 0;
            sum.bytes = 0;
            return true;
        }
    }

    /** There was no room. */
    void isFull(UUID organizationId) {
        var sum = accepted.get(organizationId);
        synchronized (sum) {
            unknown(sum);
        }
    }

    private Accepted unknown(Accepted sum) {
        sum.count = most;
        return sum;
    }
}
