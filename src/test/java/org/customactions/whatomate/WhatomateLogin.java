package org.customactions.whatomate;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Tokens;

/**
 * What a page of Whatomate sends for somebody who is signed in.
 *
 * @param csrf what the page repeats of its CSRF cookie; null if nothing
 * @param organization the one that was switched to; null if none ever was
 */
record WhatomateLogin(Tokens tokens, String csrf, UUID organization) {

    /** The CSRF cookie. */
    static final String CSRF = "b8c6f0e2d1a94735";

    /** The token names the user's first organization; no name, no role. */
    static WhatomateLogin of(UUID user, UUID organization) {
        var tokens = Tokens.of(organization)
                .without("sub")
                .claim("user_id", user.toString())
                .claim("email", "ada@example.com")
                .claim("role_id", UUID.randomUUID().toString())
                .claim("is_super_admin", false)
                .claim("iss", "whatomate");
        return new WhatomateLogin(tokens, CSRF, null);
    }

    WhatomateLogin everywhere() {
        return claim("is_super_admin", true);
    }

    WhatomateLogin expired(Duration since) {
        tokens.claim("iat", Instant.now().minus(since).minusSeconds(900).getEpochSecond())
                .expiresIn(since.negated());
        return this;
    }

    WhatomateLogin claim(String name, Object value) {
        tokens.claim(name, value);
        return this;
    }

    WhatomateLogin withCsrf(String repeated) {
        return new WhatomateLogin(tokens, repeated, organization);
    }

    WhatomateLogin in(UUID other) {
        return new WhatomateLogin(tokens, csrf, other);
    }

    String token() {
        return tokens.signHs256();
    }

    /** A request as the page sends it, to this base URL. */
    RequestSpecification at(String url) {
        var request =
                Api.anonymous().baseUri(url).header("Cookie", "whm_access=%s; whm_csrf=%s".formatted(token(), CSRF));
        if (csrf != null) {
            request.header("X-CSRF-Token", csrf);
        }
        if (organization != null) {
            request.header("X-Organization-ID", organization.toString());
        }
        return request;
    }
}
