package org.customactions.redirect;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;

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

    /** Part of a statement's {@code with} clause that stores a redirect, once {@link #bind} has set its parameters. */
    public static final String STORING = """
            redirect as (
                insert into redirect_tokens (token_hash, url, expires_at)
                values (:redirectHash, :redirectUrl, now() + make_interval(secs => :redirectSeconds))
            )""";

    private static final String ALONE = "with " + STORING + " select 1";

    /** Stores it with nothing else. */
    public Uni<Void> store() {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(ALONE, Integer.class);
                    bind(query);
                    return query.getSingleResult();
                })
                .replaceWithVoid();
    }

    /** Sets the parameters of {@link #STORING}. */
    public void bind(Mutiny.AbstractQuery query) {
        query.setParameter("redirectHash", hash)
                .setParameter("redirectUrl", url)
                .setParameter("redirectSeconds", lifetime.toMillis() / 1000.0);
    }

    /** Leaves out the token, and the URL because it contains customers' data. */
    @Override
    public String toString() {
        return "NewRedirect[%s]".formatted(hash);
    }
}
