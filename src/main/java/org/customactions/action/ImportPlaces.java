package org.customactions.action;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.async.Endings;

/**
 * Bounds what imports hold on this replica: one of an organization at a time, and all together so many bytes of
 * documents. What is made of a document is a few times as large.
 */
@ApplicationScoped
class ImportPlaces {

    private static final long MOST_BYTES = 16 * 1024 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Map<UUID, Integer> underWay = new HashMap<>();

    /** Works on a document; fails with 429 or 503 if that has to wait. */
    <T> Uni<T> in(UUID organizationId, int bytes, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            take(organizationId, bytes);
            return Endings.once(work, () -> release(organizationId));
        });
    }

    private synchronized void take(UUID organizationId, int bytes) {
        if (underWay.containsKey(organizationId)) {
            throw ApiException.passing(
                    ErrorType.TOO_MANY_REQUESTS,
                    "Another import of your organization is under way; please try again shortly",
                    RETRY_AFTER);
        }
        var others = underWay.values().stream().mapToLong(Integer::longValue).sum();
        if (others > 0 && others + bytes > MOST_BYTES) {
            throw ApiException.passing(
                    ErrorType.UNAVAILABLE,
                    "The service has too many imports under way; please try again shortly",
                    RETRY_AFTER);
        }
        underWay.put(organizationId, bytes);
    }

    private synchronized void release(UUID organizationId) {
        underWay.remove(organizationId);
    }
}
