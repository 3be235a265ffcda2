package org.customactions.redirect;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.customactions.database.ExpiringRows;

/**
 * A redirect that can be followed once, stored by {@link NewRedirect}. The database's clock decides when it expires, so
 * replicas need not agree on the time.
 */
@Entity
@Table(name = "redirect_tokens")
public class RedirectToken extends PanacheEntityBase {

    private static final String REDEEM =
            "delete from redirect_tokens where token_hash = :hash and expires_at > now() returning url";

    @Id
    @Column(name = "token_hash")
    public String hash;

    @Column(name = "url", nullable = false)
    public String url;

    @Column(name = "expires_at", nullable = false)
    public Instant expiresAt;

    /** Takes the URL out. If several callers ask at once, on any replicas, only one gets it. */
    static Uni<Optional<String>> redeem(String hash) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REDEEM, String.class)
                        .setParameter("hash", hash)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Deletes redirects that nobody followed within their lifetime. */
    static final class Cleaned {

        @Produces
        @Singleton
        ExpiringRows unfollowed() {
            return new ExpiringRows("expired redirects", "redirect_tokens", "token_hash", "expires_at", Duration.ZERO);
        }
    }
}
