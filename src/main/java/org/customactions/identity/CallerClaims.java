package org.customactions.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.Uuids;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reads a {@link Caller} from the claims of a verified token. Uses the token's own JSON, because the first of several
 * groups counts and {@link JsonWebToken#getGroups()} has no order.
 */
final class CallerClaims {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode claims;

    private CallerClaims(JsonNode claims) {
        this.claims = claims;
    }

    /** @throws ApiException 401 if the token names no organization or no user */
    static Caller read(JsonWebToken verified) {
        return new CallerClaims(payload(verified.getRawToken())).caller();
    }

    private Caller caller() {
        var organization = first("organization_id")
                .flatMap(Uuids::parse)
                .orElseThrow(() -> unauthorized("The bearer token has no organization_id that is a UUID"));
        var user = first("user_id", "sub")
                .orElseThrow(() -> unauthorized("The bearer token has neither a user_id nor a sub"));
        return new Caller(
                organization,
                user,
                first("name", "full_name"),
                first("email"),
                first("role").or(this::firstGroup),
                first("organization_name"));
    }

    private Optional<String> firstGroup() {
        var groups = claims.path("groups");
        return text(groups.isArray() ? groups.path(0) : groups);
    }

    private Optional<String> first(String... names) {
        for (var name : names) {
            var value = text(claims.path(name));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** Some platforms number their users, so a number is text too. */
    private static Optional<String> text(JsonNode claim) {
        return claim.isTextual() || claim.isNumber()
                ? Optional.of(claim.asText()).filter(value -> !value.isBlank())
                : Optional.empty();
    }

    private static JsonNode payload(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException | IllegalArgumentException e) {
            throw unauthorized("The bearer token has claims that cannot be read");
        }
    }

    private static ApiException unauthorized(String message) {
        return ApiException.of(ErrorType.UNAUTHORIZED, message);
    }
}
