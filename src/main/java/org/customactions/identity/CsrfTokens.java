package org.customactions.identity;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/**
 * Tells writes of the caller's own page from those that a page of another site makes the browser send: only the own
 * page can read the cookie and repeat it in a header.
 */
@ApplicationScoped
class CsrfTokens {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final IdentityConfiguration configuration;

    CsrfTokens(IdentityConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @throws ApiException 403 if the request writes and does not repeat the cookie */
    void require(HttpServerRequest request) {
        if (!SAFE.contains(request.method()) && !repeatsCookie(request.headers())) {
            throw ApiException.of(ErrorType.FORBIDDEN, "CSRF token mismatch");
        }
    }

    private boolean repeatsCookie(MultiMap headers) {
        var cookies =
                new RequestCookies(headers).values(configuration.csrfCookie().orElseThrow());
        var repeated = headers.getAll(configuration.csrfHeader());
        return cookies.size() == 1
                && repeated.size() == 1
                && isEqual(cookies.iterator().next(), repeated.get(0));
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean isEqual(String cookie, String header) {
        return MessageDigest.isEqual(cookie.getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }
}
