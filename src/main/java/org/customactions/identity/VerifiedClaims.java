package org.customactions.identity;

import java.util.function.Supplier;
import org.jose4j.jwt.JwtClaims;

/** What a verified token says, which is read once, however many requests bring the token. */
final class VerifiedClaims {

    private final JwtClaims claims;
    private volatile CallerClaims.Named named;

    VerifiedClaims(JwtClaims claims) {
        this.claims = claims;
    }

    JwtClaims all() {
        return claims;
    }

    /** Whom it names; a failure is not kept. */
    CallerClaims.Named named(Supplier<CallerClaims.Named> reading) {
        var known = named;
        if (known == null) {
            known = reading.get();
            named = known;
        }
        return known;
    }
}
