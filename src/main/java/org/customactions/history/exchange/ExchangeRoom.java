package org.customactions.history.exchange;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells when somebody has to look whether an organization has too many bytes of exchanges: with the first that this
 * replica stores, and again after each thirty-second part of the limit. Looking each time would read them all.
 */
final class ExchangeRoom {

    private static final int LOOKS = 32;
    private static final int MAX_ORGANIZATIONS = 10_000;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final long most;
    private final LoadingCache<UUID, AtomicLong> stored;

    ExchangeRoom(long most) {
        this.most = most;
        this.stored = Caffeine.newBuilder()
                .maximumSize(MAX_ORGANIZATIONS)
                .expireAfterAccess(UNUSED)
                .build(organizationId -> new AtomicLong(most));
    }

    /** Counts bytes that are about to be stored; whether it is time to look. */
    boolean isToBeMadeFor(UUID organizationId, int bytes) {
        var sum = stored.get(organizationId);
        if (sum.addAndGet(bytes) < most / LOOKS) {
            return false;
        }
        sum.set(0);
        return true;
    }
}
