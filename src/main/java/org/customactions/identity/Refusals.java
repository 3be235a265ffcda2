package org.customactions.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/**
 * Why tokens are refused, in sentences for whoever connects a chat product with the service. What a token says is
 * repeated only where it looks like a name.
 */
final class Refusals {

    private static final Pattern NAME = Pattern.compile("[\\w.:/@|+~=-]{1,200}");

    private Refusals() {}

    static ApiException malformed() {
        return of("is malformed: it must be a signed JWT, which is three parts of base64url with dots between them");
    }

    static ApiException encrypted() {
        return of("is encrypted; send one that is only signed");
    }

    static ApiException algorithm(String name, Set<String> accepted) {
        return of("is signed with %s, which is not accepted here; accepted are %s"
                .formatted(
                        Optional.ofNullable(name).filter(Refusals::isName).orElse("an unknown algorithm"),
                        String.join(", ", new TreeSet<>(accepted))));
    }

    static ApiException unknownKey(String algorithm, Optional<String> keyId) {
        return of("is signed with a key that is not known here (%s, %s)"
                .formatted(algorithm, keyId.map(id -> "kid " + quoted(id)).orElse("no kid")));
    }

    static ApiException signature(Optional<String> keyId) {
        return of("has a wrong signature: it was changed, or signed with another key than %s"
                .formatted(keyId.map(id -> "that of kid " + quoted(id)).orElse("the one that is known here")));
    }

    static ApiException missing(String claim) {
        return of("has no %s".formatted(claim));
    }

    static ApiException shape(String claim) {
        return of("has a claim %s of the wrong shape: it must be %s"
                .formatted(
                        claim,
                        switch (claim) {
                            case "exp", "nbf", "iat" -> "a number of seconds since 1970";
                            case "aud" -> "a text or a list of texts";
                            default -> "a text";
                        }));
    }

    static ApiException unreadable() {
        return of("has claims that cannot be read");
    }

    static ApiException expired(long second) {
        return of("expired at %s".formatted(time(second)));
    }

    static ApiException early(long second) {
        return of("is not valid before %s".formatted(time(second)));
    }

    static ApiException ending() {
        return of("has an exp that is before its iat or nbf");
    }

    static ApiException old() {
        return of("was issued too long ago, or for too long");
    }

    static ApiException issuer(Optional<String> issuer, String expected) {
        return of("is from another issuer: its iss is %s, accepted is \"%s\""
                .formatted(issuer.map(Refusals::quoted).orElse("missing"), expected));
    }

    static ApiException audience(Set<String> expected) {
        return of("is for another audience: its aud must have one of %s"
                .formatted(String.join(", ", new TreeSet<>(expected))));
    }

    static ApiException refused(ClaimRule rule) {
        return of("is for another purpose: it has the claim %s, which is refused here".formatted(rule));
    }

    static ApiException required(ClaimRule rule) {
        return of("is for another purpose: it lacks the claim %s, which is required here".formatted(rule));
    }

    private static ApiException of(String what) {
        return ApiException.of(ErrorType.UNAUTHORIZED, "The bearer token " + what);
    }

    private static String quoted(String text) {
        return isName(text) ? "\"%s\"".formatted(text) : "another text";
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static String time(long second) {
        try {
            return Instant.ofEpochSecond(second).toString();
        } catch (DateTimeException e) {
            return second + " seconds since 1970";
        }
    }
}
