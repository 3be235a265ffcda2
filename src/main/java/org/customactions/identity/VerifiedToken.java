package org.customactions.identity;

import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;

/** A token whose signature and claims were found right. */
final class VerifiedToken implements JsonWebToken {

    private final String text;
    private final JwtClaims claims;

    VerifiedToken(String text, JwtClaims claims) {
        this.text = text;
        this.claims = claims;
    }

    @Override
    public String getName() {
        return claims.getClaimValueAsString(Claims.sub.name());
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.getClaimsMap().keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
        return (T) (Claims.raw_token.name().equals(name) ? text : claims.getClaimValue(name));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "a verified token";
    }
}
