package org.customactions.identity;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;

/** Checks what a token says of itself: until when it is valid, who issued it, and for whom. */
final class TokenClaims {

    private static final List<String> TEXTS = List.of("iss", "sub", "jti");
    private static final List<String> TIMES = List.of("exp", "nbf", "iat");

    private final JWTAuthContextInfo settings;
    private final int clockSkew;
    private final List<ClaimRule> refused;
    private final List<ClaimRule> required;
    private final Clock clock;

    /**
     * @param settings the issuer, the audiences, and how old a token may be
     * @param clockSkew in seconds
     */
    TokenClaims(
            JWTAuthContextInfo settings,
            int clockSkew,
            List<ClaimRule> refused,
            List<ClaimRule> required,
            Clock clock) {
        this.settings = settings;
        this.clockSkew = clockSkew;
        this.refused = refused;
        this.required = required;
        this.clock = clock;
    }

    /** @throws ApiException 401 if the token is not for this service, or not now */
    JwtClaims check(JwtContext token) {
        var claims = token.getJwtClaims();
        try {
            consumer().processContext(token);
            checkLifetime(claims);
        } catch (InvalidJwtException e) {
            throw refusal(e, claims);
        } catch (MalformedClaimException e) {
            throw malformed(claims);
        }
        checkRules(claims.getClaimsMap());
        return claims;
    }

    private JwtConsumer consumer() {
        var consumer = new JwtConsumerBuilder()
                // Known to be right.
                .setSkipSignatureVerification()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .setAllowedClockSkewInSeconds(clockSkew);
        if (settings.getIssuedBy() != null) {
            consumer.setExpectedIssuer(settings.getIssuedBy());
        }
        if (settings.getExpectedAudience() == null) {
            consumer.setSkipDefaultAudienceValidation();
        } else {
            consumer.setExpectedAudience(settings.getExpectedAudience().toArray(String[]::new));
        }
        if (settings.getTokenAge() != null) {
            consumer.setRequireIssuedAt().setIssuedAtRestrictions(Integer.MAX_VALUE, (int)
                    Math.min(settings.getTokenAge(), Integer.MAX_VALUE));
        }
        return consumer.build();
    }

    private void checkLifetime(JwtClaims claims) throws MalformedClaimException {
        var longest = settings.getMaxTimeToLiveSecs();
        if (longest == null || longest <= 0) {
            return;
        }
        if (claims.getIssuedAt() == null) {
            throw Refusals.missing("iat");
        }
        if (claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue() > longest) {
            throw Refusals.old();
        }
    }

    private void checkRules(Map<String, Object> claims) {
        refused.stream().filter(rule -> rule.holdsFor(claims)).findFirst().ifPresent(rule -> {
            throw Refusals.refused(rule);
        });
        required.stream().filter(rule -> !rule.holdsFor(claims)).findFirst().ifPresent(rule -> {
            throw Refusals.required(rule);
        });
    }

    private ApiException refusal(InvalidJwtException invalid, JwtClaims claims) {
        try {
            return firstOf(invalid, claims);
        } catch (MalformedClaimException e) {
            return malformed(claims);
        }
    }

    private ApiException firstOf(InvalidJwtException invalid, JwtClaims claims) throws MalformedClaimException {
        for (var error : invalid.getErrorDetails()) {
            switch (error.getErrorCode()) {
                case ErrorCodes.EXPIRATION_MISSING:
                    return Refusals.missing("exp");
                case ErrorCodes.ISSUED_AT_MISSING:
                    return Refusals.missing("iat");
                case ErrorCodes.EXPIRED:
                    return Refusals.expired(claims.getExpirationTime().getValue());
                case ErrorCodes.NOT_YET_VALID:
                    return Refusals.early(claims.getNotBefore().getValue());
                case ErrorCodes.ISSUED_AT_INVALID_PAST:
                    return Refusals.old();
                case ErrorCodes.ISSUER_MISSING, ErrorCodes.ISSUER_INVALID:
                    return Refusals.issuer(Optional.ofNullable(claims.getIssuer()), settings.getIssuedBy());
                case ErrorCodes.AUDIENCE_MISSING, ErrorCodes.AUDIENCE_INVALID:
                    return Refusals.audience(settings.getExpectedAudience());
                case ErrorCodes.MALFORMED_CLAIM:
                    return malformed(claims);
                case ErrorCodes.MISCELLANEOUS:
                    return endsBeforeItBegins(claims) ? Refusals.ending() : Refusals.unreadable();
                default:
            }
        }
        return Refusals.unreadable();
    }

    private static boolean endsBeforeItBegins(JwtClaims claims) throws MalformedClaimException {
        var end = claims.getExpirationTime();
        return Stream.of(claims.getIssuedAt(), claims.getNotBefore())
                .anyMatch(begin -> begin != null && end.isBefore(begin));
    }

    private static ApiException malformed(JwtClaims claims) {
        return Stream.concat(
                        TEXTS.stream().filter(name -> claims.hasClaim(name) && !claims.isClaimValueString(name)),
                        TIMES.stream().filter(name -> !isTime(claims, name)))
                .findFirst()
                .map(Refusals::shape)
                .orElse(Refusals.shape("aud"));
    }

    private static boolean isTime(JwtClaims claims, String name) {
        try {
            claims.getNumericDateClaimValue(name);
            return true;
        } catch (MalformedClaimException e) {
            return false;
        }
    }
}
