package org.customactions.redirect;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * A redirect that is not stored yet. The statement that ends its execution stores it too.
 *
 * @param path leads to the URL once, within the lifetime; it contains the token, so it belongs in an answer and nowhere
 *     else
 * @param hash hash of the token, which is stored instead of it
 * @param url absolute URL to open
 * @param lifetime counts from the time it is stored
 */
public record NewRedirect(String path, String hash, String url, Duration lifetime) {

    /**
     * Part of a statement's {@code with} clause that stores redirects. The part {@code ended} has their
     * {@code redirect_hash}, which is null where there is none, {@code redirect_url} and {@code redirect_seconds}.
     */
    public static final String STORING = """
            redirect as (
                insert into redirect_tokens (token_hash, url, expires_at)
                select redirect_hash, redirect_url, now() + make_interval(secs => redirect_seconds)
                from ended
                where redirect_hash is not null
            )""";

    private static final String ALONE = """
            insert into redirect_tokens (token_hash, url, expires_at)
            values (:redirectHash, :redirectUrl, now() + make_interval(secs => :redirectSeconds))
            """;

    /** Stores it with nothing else. */
    public Uni<Void> store() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ALONE)
                        .setParameter("redirectHash", hash)
                        .setParameter("redirectUrl", url)
                        .setParameter("redirectSeconds", seconds())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The lifetime. */
    public double seconds() {
        return lifetime.toMillis() / 1000.0;
    }

    /** Leaves out the token, and the URL because it contains customers' data. */
    @Override
    public String toString() {
        return "NewRedirect[%s]".formatted(hash);
    }
}
