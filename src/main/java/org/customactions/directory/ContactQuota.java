package org.customactions.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/**
 * How many contacts an organization may have. Counting them takes a while if there are many, so this replica remembers
 * how many there can be at most, and counts again only when that is too many.
 */
@ApplicationScoped
class ContactQuota {

    private static final int MAX_ORGANIZATIONS = 10_000;

    /** Past the limit nobody needs to know how many. */
    private static final String COUNT =
            "select count(*) from (select 1 from contacts where organization_id = :organization limit :most) as counted";

    private final int limit;
    private final Cache<UUID, Long> most = Caffeine.newBuilder()
            .maximumSize(MAX_ORGANIZATIONS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    ContactQuota(DirectoryConfiguration configuration) {
        this.limit = configuration.maxContactsPerOrganization();
    }

    /** Fails with 409 if there are too many. Must run in the transaction that has written these contacts. */
    Uni<Void> require(UUID organizationId, int written) {
        var known = most.getIfPresent(organizationId);
        if (known != null && known + written <= limit) {
            most.put(organizationId, known + written);
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Long.class)
                        .setParameter("organization", organizationId)
                        .setParameter("most", limit + 1L)
                        .getSingleResult())
                .invoke(counted -> {
                    if (counted > limit) {
                        throw ApiException.of(
                                ErrorType.CONFLICT,
                                "An organization can have at most %,d contacts, deleted ones included; please tell your administrator"
                                        .formatted(limit));
                    }
                    most.put(organizationId, counted);
                })
                .replaceWithVoid();
    }
}
