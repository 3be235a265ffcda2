package org.customactions.identity;

import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A token whose signature and claims were found right. */
final class VerifiedToken implements JsonWebToken {

    private final String text;
    private final VerifiedClaims claims;

    VerifiedToken(String text, VerifiedClaims claims) {
        this.text = text;
        this.claims = claims;
    }

    VerifiedClaims claims() {
        return claims;
    }

    @Override
    public String getName() {
        return claims.all().getClaimValueAsString(Claims.sub.name());
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.all().getClaimsMap().keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getClaim(String name) {
        return (T) (Claims.raw_token.name().equals(name) ? text : claims.all().getClaimValue(name));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "a verified token";
    }
}
