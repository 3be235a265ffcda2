package org.customactions.redirect;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.customactions.database.ExpiringRows;

/**
 * A redirect that can be followed once, stored by {@link NewRedirect}. The database's clock decides when it expires, so
 * replicas need not agree on the time.
 */
@Entity
@Table(name = "redirect_tokens")
public class RedirectToken extends PanacheEntityBase {

    /** The planner does not look into lists that stand in a subquery, so it has one plan for one token and for many. */
    private static final String REDEEM = """
            delete from redirect_tokens r
            using unnest((select cast($1 as text[]))) with ordinality as k (hash, place)
            where r.token_hash = k.hash and r.expires_at > now()
            returning k.place, r.url
            """;

    @Id
    @Column(name = "token_hash")
    public String hash;

    @Column(name = "url", nullable = false)
    public String url;

    @Column(name = "expires_at", nullable = false)
    public Instant expiresAt;

    /**
     * Takes the URLs out, all that are asked for at the same time. If several callers ask for one, on any replicas,
     * only one gets it.
     */
    static Future<List<Optional<String>>> redeem(SqlConnection connection, List<String> hashes) {
        return connection
                .preparedQuery(REDEEM)
                .execute(Tuple.of(hashes.toArray(String[]::new)))
                .map(rows -> {
                    var urls = new ArrayList<>(Collections.nCopies(hashes.size(), Optional.<String>empty()));
                    rows.forEach(
                            row -> urls.set(row.getLong("place").intValue() - 1, Optional.of(row.getString("url"))));
                    return urls;
                });
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
