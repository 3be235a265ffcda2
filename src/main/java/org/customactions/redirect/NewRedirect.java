package org.customactions.redirect;

import java.time.Duration;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A redirect that is yet to be stored, by the same statement as what it comes with.
 *
 * @param path leads to the URL once, within the lifetime; it holds the token, so it belongs into an answer and nowhere
 *     else
 * @param hash what is stored of the token
 * @param url absolute URL to lead to
 * @param lifetime from the time it is stored
 */
public record NewRedirect(String path, String hash, String url, Duration lifetime) {

    /** Part of a statement's {@code with} clause that stores a redirect, once {@link #bind} has set its parameters. */
    public static final String STORING = """
            redirect as (
                insert into redirect_tokens (token_hash, url, expires_at)
                values (:redirectHash, :redirectUrl, now() + make_interval(secs => :redirectSeconds))
            )""";

    /** Sets the parameters of {@link #STORING}. */
    public void bind(Mutiny.Query<?> query) {
        query.setParameter("redirectHash", hash)
                .setParameter("redirectUrl", url)
                .setParameter("redirectSeconds", lifetime.toMillis() / 1000.0);
    }

    /** Without the token, and without the URL, which holds customers' data. */
    @Override
    public String toString() {
        return "NewRedirect[%s]".formatted(hash);
    }
}
