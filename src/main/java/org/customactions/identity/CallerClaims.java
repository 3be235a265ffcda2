package org.customactions.identity;

import jakarta.json.JsonString;
import java.util.Optional;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.Uuids;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** How the claims of a verified token become a {@link Caller}. */
final class CallerClaims {

    private CallerClaims() {}

    /** @throws ApiException 401 when the token names no organization or no user */
    static Caller read(JsonWebToken token) {
        var organization = first(token, "organization_id")
                .flatMap(Uuids::parse)
                .orElseThrow(() -> unauthorized("The bearer token has no organization_id that is a UUID"));
        var user = first(token, "user_id", "sub")
                .orElseThrow(() -> unauthorized("The bearer token has neither a user_id nor a sub"));
        return new Caller(
                organization,
                user,
                first(token, "name", "full_name"),
                first(token, "email"),
                first(token, "role").or(() -> token.getGroups().stream().findFirst()),
                first(token, "organization_name"));
    }

    private static Optional<String> first(JsonWebToken token, String... claims) {
        for (var claim : claims) {
            var text = text(token.getClaim(claim));
            if (!text.isBlank()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static String text(Object claim) {
        if (claim instanceof JsonString string) {
            return string.getString();
        }
        return claim == null ? "" : claim.toString();
    }

    private static ApiException unauthorized(String message) {
        return ApiException.of(ErrorType.UNAUTHORIZED, message);
    }
}
