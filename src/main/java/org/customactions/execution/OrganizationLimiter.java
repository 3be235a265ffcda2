package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.async.Endings;

/** Keeps one organization's slow executions and previews from taking every place on this replica. */
@ApplicationScoped
class OrganizationLimiter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ConcurrentHashMap<UUID, Integer> underWay = new ConcurrentHashMap<>();
    private final int limit;

    OrganizationLimiter(ExecutionConfiguration configuration) {
        this.limit = configuration.maxConcurrentPerOrganization();
    }

    /** Does the work if the organization has a place left; fails with 429 otherwise. */
    <T> Uni<T> limited(UUID organizationId, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (underWay.merge(organizationId, 1, Integer::sum) > limit) {
                release(organizationId);
                return Uni.createFrom()
                        .failure(ApiException.passing(
                                ErrorType.TOO_MANY_REQUESTS,
                                "Your organization has too many actions running; please try again shortly",
                                RETRY_AFTER));
            }
            return Endings.once(work, () -> release(organizationId));
        });
    }

    private void release(UUID organizationId) {
        underWay.computeIfPresent(organizationId, (id, count) -> count == 1 ? null : count - 1);
    }
}
