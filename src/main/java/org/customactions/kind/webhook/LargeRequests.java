package org.customactions.kind.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.customactions.async.Endings;
import org.customactions.webhook.WebhookRequest;

/**
 * Bounds the memory of requests that wait for their upstreams: those over 64 KiB may have 16 MiB together for each
 * organization, and 48 MiB for all on one replica. Smaller ones are bounded by how many executions an organization has.
 */
@Singleton
class LargeRequests {

    private static final int SMALL = 64 * 1024;
    private static final long MAX_PER_ORGANIZATION = 16L * 1024 * 1024;
    private static final long MAX = 48L * 1024 * 1024;

    private final Map<UUID, Long> held = new HashMap<>();
    private long all;

    /** Sends the request if it may be held meanwhile; fails with an {@link UnsendableException} if not. */
    <T> Uni<T> held(UUID organizationId, WebhookRequest request, Supplier<Uni<T>> sending) {
        var size = request.body().length;
        if (size <= SMALL) {
            return sending.get();
        }
        return Uni.createFrom().deferred(() -> {
            if (!take(organizationId, size)) {
                return Uni.createFrom()
                        .failure(new UnsendableException(
                                "Too many large requests are under way; please try again shortly"));
            }
            return Endings.once(sending, () -> give(organizationId, size));
        });
    }

    private synchronized boolean take(UUID organizationId, int size) {
        var before = held.getOrDefault(organizationId, 0L);
        if (before + size > MAX_PER_ORGANIZATION || all + size > MAX) {
            return false;
        }
        held.put(organizationId, before + size);
        all += size;
        return true;
    }

    private synchronized void give(UUID organizationId, int size) {
        all -= size;
        held.computeIfPresent(organizationId, (id, bytes) -> bytes == size ? null : bytes - size);
    }
}
