package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.ErrorText;
import org.customactions.support.ForgedTokens;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenVerificationQuarkusTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();

    static Stream<Arguments> forged() {
        return Stream.concat(
                ForgedTokens.all(ORGANIZATION).entrySet().stream()
                        .map(forged -> Arguments.of(forged.getKey(), forged.getValue())),
                Stream.of(
                        Arguments.of(
                                "an RS256 token of a key that is not ours",
                                Tokens.manager(ORGANIZATION).signRs256()),
                        Arguments.of(
                                "an HS256 token of somebody's secret",
                                Tokens.manager(ORGANIZATION).signHs256()),
                        Arguments.of(
                                "expired a second ago",
                                Tokens.manager(ORGANIZATION)
                                        .expiresIn(Duration.ofSeconds(-1))
                                        .sign()),
                        Arguments.of(
                                "neither user_id nor sub",
                                Tokens.manager(ORGANIZATION).without("sub").sign()),
                        Arguments.of(
                                "a blank user_id and no sub",
                                Tokens.manager(ORGANIZATION)
                                        .without("sub")
                                        .claim("user_id", " ")
                                        .sign()),
                        Arguments.of(
                                "an organization whose id is too long",
                                Tokens.manager(ORGANIZATION)
                                        .claim("organization_id", "x".repeat(129))
                                        .sign())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void shouldRefuse(String what, String token) {
        var answer = list(token);

        expectUnauthorized(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer", "Bearer ", "bearer", "Token abc", "abc"})
    void shouldRefuseOtherCredentials(String authorization) {
        var answer = Api.anonymous().header("Authorization", authorization).get("/api/custom-actions");

        expectUnauthorized(answer);
    }

    static Stream<Arguments> protectedCalls() {
        var id = UUID.randomUUID();
        return Stream.of(
                Arguments.of("GET", "/api/custom-actions"),
                Arguments.of("POST", "/api/custom-actions"),
                Arguments.of("GET", "/api/custom-actions/" + id),
                Arguments.of("PUT", "/api/custom-actions/" + id),
                Arguments.of("DELETE", "/api/custom-actions/" + id),
                Arguments.of("PUT", "/api/custom-actions/order"),
                Arguments.of("POST", "/api/custom-actions/" + id + "/execute"),
                Arguments.of("GET", "/api/contacts"),
                Arguments.of("PUT", "/api/contacts"),
                Arguments.of("GET", "/api/contacts/" + id),
                Arguments.of("PUT", "/api/contacts/" + id),
                Arguments.of("DELETE", "/api/contacts/" + id));
    }

    @ParameterizedTest
    @MethodSource("protectedCalls")
    void shouldRefuseStrangersOnEveryCall(String method, String path) {
        var answer = Api.anonymous().body("{}").request(method, path);

        expectUnauthorized(answer);
    }

    @ParameterizedTest
    @MethodSource("protectedCalls")
    void shouldRefuseTamperedTokensOnEveryCall(String method, String path) {
        var answer = Api.as(ForgedTokens.tampered(ORGANIZATION)).body("{}").request(method, path);

        expectUnauthorized(answer);
    }

    static Stream<Arguments> genuine() {
        return Stream.of(
                Arguments.of("ES256", Tokens.manager(ORGANIZATION)),
                Arguments.of("no iat", Tokens.manager(ORGANIZATION).without("iat")),
                Arguments.of("issued long ago", Tokens.manager(ORGANIZATION).claim("iat", 1_000_000_000)),
                Arguments.of(
                        "user_id without sub",
                        Tokens.manager(ORGANIZATION)
                                .without("sub")
                                .claim("user_id", UUID.randomUUID().toString())),
                Arguments.of(
                        "a user id that is no UUID",
                        Tokens.manager(ORGANIZATION).claim("sub", "auth0|42")),
                Arguments.of(
                        "an organization_id that is no UUID",
                        Tokens.manager(ORGANIZATION).claim("organization_id", "org_" + ORGANIZATION)),
                Arguments.of(
                        "an organization in another UUID form",
                        Tokens.manager(ORGANIZATION).claim("organization_id", "1-1-1-1-1")),
                Arguments.of(
                        "a numeric organization_id",
                        Tokens.manager(ORGANIZATION).claim("organization_id", 42)),
                Arguments.of("a numeric user_id", Tokens.manager(ORGANIZATION).claim("user_id", 42)),
                Arguments.of("claims nobody knows", Tokens.manager(ORGANIZATION).claim("scope", "a b")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("genuine")
    void shouldAccept(String what, Tokens token) {
        var answer = list(token.sign());

        answer.then().statusCode(200);
    }

    @Test
    void shouldSayWhatIsMissingInAGenuineToken() {
        var answer =
                list(Tokens.manager(ORGANIZATION).without("organization_id").sign());

        answer.then()
                .statusCode(401)
                .body(
                        "message",
                        equalTo("The bearer token names no organization; looked for in the claims: organization_id"));
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(
                        Tokens.manager(ORGANIZATION)
                                .claim("iat", 1_000)
                                .claim("exp", 2_000)
                                .sign(),
                        "The bearer token expired at 1970-01-01T00:33:20Z"),
                Arguments.of(Tokens.manager(ORGANIZATION).without("exp").sign(), "The bearer token has no exp"),
                Arguments.of(
                        Tokens.manager(ORGANIZATION).signHs256(),
                        "The bearer token is signed with HS256, which is not accepted here; accepted are ES256"),
                Arguments.of(
                        ForgedTokens.tampered(ORGANIZATION),
                        "The bearer token has a wrong signature: it was changed, or signed with another key than that of"
                                + " kid \"test-ec\""),
                Arguments.of(
                        "not-a-token",
                        "The bearer token is malformed: it must be a signed JWT, which is three parts of base64url with"
                                + " dots between them"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("reasons")
    void shouldSayWhyItRefuses(String token, String sentence) {
        var answer = list(token);

        expectUnauthorized(answer);
        answer.then().body("message", equalTo(sentence));
    }

    @Test
    void shouldEndWithoutGrace() {
        var ended = Tokens.manager(ORGANIZATION)
                .claim("iat", Instant.now().getEpochSecond() - 1_000)
                .expiresIn(Duration.ofSeconds(-1));

        expectUnauthorized(list(ended.sign()));
    }

    private static Response list(String token) {
        return Api.as(token).get("/api/custom-actions");
    }

    private static void expectUnauthorized(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType(startsWith("application/json"))
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("status", equalTo("error"))
                .body("error_type", equalTo("unauthorized"));
        assertThat(answer.asString()).satisfies(ErrorText::leaksNothing);
    }
}
