package org.customactions.redirect;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A redirect that can be followed once. The database's clock decides when it is over, so that replicas need not agree on
 * the time.
 */
@Entity
@Table(name = "redirect_tokens")
public class RedirectToken extends PanacheEntityBase {

    /** Throws out a few that are over with each new one, so that the table stays small without a job of its own. */
    private static final String STORE = """
            with over as (
                select token_hash from redirect_tokens where expires_at < now() limit 100 for update skip locked
            ), swept as (
                delete from redirect_tokens where token_hash in (select token_hash from over)
            )
            insert into redirect_tokens (token_hash, url, expires_at)
            values (:hash, :url, now() + make_interval(secs => :seconds))
            """;

    private static final String REDEEM =
            "delete from redirect_tokens where token_hash = :hash and expires_at > now() returning url";

    @Id
    @Column(name = "token_hash")
    public String hash;

    @Column(name = "url", nullable = false)
    public String url;

    @Column(name = "expires_at", nullable = false)
    public Instant expiresAt;

    /** Stores a redirect in one statement. */
    static Uni<Void> store(String hash, String url, Duration lifetime) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STORE)
                        .setParameter("hash", hash)
                        .setParameter("url", url)
                        .setParameter("seconds", lifetime.toMillis() / 1000.0)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Takes the URL out; of any number of callers at once, on whichever replica, one gets it. */
    static Uni<Optional<String>> redeem(String hash) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REDEEM, String.class)
                        .setParameter("hash", hash)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
