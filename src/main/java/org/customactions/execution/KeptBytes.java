package org.customactions.execution;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.customactions.idempotency.AnswerRoom;

/**
 * Counts the bytes of answers that each organization has kept within the last 24 hours on this replica, which is how
 * long they are kept. What was counted fades evenly in that time.
 */
@ApplicationScoped
class KeptBytes implements AnswerRoom {

    private static final double KEPT_NANOS = TimeUnit.HOURS.toNanos(24);

    private static final int MAX_ORGANIZATIONS = 10_000;

    private final double most;
    private final LongSupplier nanoTime;
    private final LoadingCache<UUID, Level> levels;

    @Inject
    KeptBytes(ExecutionConfiguration configuration) {
        this(configuration.maxKeptPerOrganization().asLongValue(), System::nanoTime);
    }

    KeptBytes(long most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
        this.levels = Caffeine.newBuilder()
                .maximumSize(MAX_ORGANIZATIONS)
                .expireAfterAccess(Duration.ofHours(24))
                .build(organizationId -> new Level());
    }

    @Override
    public boolean take(UUID organizationId, long bytes) {
        return levels.get(organizationId).rise(bytes);
    }

    private final class Level {

        private double bytes;
        private long at = nanoTime.getAsLong();

        private synchronized boolean rise(long more) {
            var now = nanoTime.getAsLong();
            bytes = Math.max(0, bytes - (now - at) / KEPT_NANOS * most);
            at = now;
            var fits = bytes + more <= most;
            bytes += fits ? more : 0;
            return fits;
        }
    }
}
