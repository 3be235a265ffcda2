package org.customactions.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reads a {@link Caller} from the claims of a verified token. Uses the token's own JSON, because
 * {@link JsonWebToken#getGroups()} has no order and other claims lose their types.
 */
final class CallerClaims {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode claims;
    private final ClaimsConfiguration paths;

    CallerClaims(JsonNode claims, ClaimsConfiguration paths) {
        this.claims = claims;
        this.paths = paths;
    }

    /**
     * Whom a token names.
     *
     * @param isOfEveryOrganization whether the caller may act in every organization
     */
    record Named(Caller caller, boolean isOfEveryOrganization) {}

    /** @throws ApiException 401 if the token names no organization or no user */
    static Named named(JsonWebToken verified, ClaimsConfiguration paths, ManagerRoles managers) {
        return verified instanceof VerifiedToken token
                ? token.claims().named(() -> of(verified, paths).named(managers))
                : of(verified, paths).named(managers);
    }

    private Named named(ManagerRoles managers) {
        return new Named(caller(managers), isOfEveryOrganization());
    }

    /** @throws ApiException 401 if they cannot be read */
    private static CallerClaims of(JsonWebToken verified, ClaimsConfiguration paths) {
        try {
            var payload = verified.getRawToken().split("\\.")[1];
            return new CallerClaims(JSON.readTree(Base64.getUrlDecoder().decode(payload)), paths);
        } catch (IOException | IllegalArgumentException e) {
            throw unauthorized("The bearer token has claims that cannot be read");
        }
    }

    /** @throws ApiException 401 if the token names no organization or no user */
    Caller caller(ManagerRoles managers) {
        return new Caller(
                organization(),
                text(paths.user())
                        .orElseThrow(() -> unauthorized(
                                "The bearer token names no user; looked for in the claims: " + paths.user())),
                text(paths.name()),
                text(paths.email()),
                managers.first(paths.role().first(claims, CallerClaims::roles).orElse(List.of())),
                text(paths.organizationName()),
                Optional.empty());
    }

    /** Whether the caller may act in every organization. */
    boolean isOfEveryOrganization() {
        return paths.everyOrganization()
                .flatMap(named -> named.first(
                        claims,
                        claim -> claim.isMissingNode() || claim.isNull() ? Optional.empty() : Optional.of(claim)))
                .map(claim -> claim.isBoolean() && claim.booleanValue())
                .orElse(false);
    }

    private OrganizationId organization() {
        var claim = paths.organization()
                .first(claims, value -> text(value).map(present -> value))
                .orElseThrow(() -> unauthorized(
                        "The bearer token names no organization; looked for in the claims: " + paths.organization()));
        return OrganizationId.parse(claim)
                .orElseThrow(
                        () -> unauthorized("The organization that the bearer token names is neither a text of 1 to 128"
                                + " characters without control characters nor a whole number; looked for in the claims: "
                                + paths.organization()));
    }

    private Optional<String> text(ClaimPaths named) {
        return named.first(claims, CallerClaims::text);
    }

    /** Some platforms number their users, so a number is text too. */
    private static Optional<String> text(JsonNode claim) {
        return claim.isTextual() || claim.isNumber()
                ? Optional.of(claim.asText()).filter(value -> !value.isBlank())
                : Optional.empty();
    }

    private static Optional<List<String>> roles(JsonNode claim) {
        if (!claim.isArray()) {
            return text(claim).map(List::of);
        }
        return Optional.of(StreamSupport.stream(claim.spliterator(), false)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .filter(role -> !role.isBlank())
                        .toList())
                .filter(found -> !found.isEmpty());
    }

    private static ApiException unauthorized(String message) {
        return ApiException.of(ErrorType.UNAUTHORIZED, message);
    }
}
