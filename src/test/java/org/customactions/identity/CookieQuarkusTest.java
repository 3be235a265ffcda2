package org.customactions.identity;

import static org.customactions.support.ForeignIdentity.COOKIE;
import static org.customactions.support.ForeignIdentity.CSRF_COOKIE;
import static org.customactions.support.ForeignIdentity.CSRF_HEADER;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.ForeignIdentity;
import org.customactions.support.ForgedTokens;
import org.customactions.support.Full;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller whose token is in a cookie, as pages of a chat product send it. */
@QuarkusTest
@TestProfile(ForeignIdentity.class)
@Full
class CookieQuarkusTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final String CSRF = "cXVpdGUgcmFuZG9t=";
    private static final String LIST = "/api/custom-actions";

    private final String token = Tokens.manager(ORGANIZATION).sign();

    @Test
    void shouldTakeTheTokenOfTheCookie() {
        cookies(COOKIE + "=" + token)
                .get(LIST)
                .then()
                .statusCode(200)
                .header("Vary", containsStringIgnoringCase("cookie"));
        cookies("theme=dark; " + COOKIE + "=" + token + "; lang=de")
                .get(LIST)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldTakeTheTokenOfTheHeaderFirst() {
        var cookie = COOKIE + "=" + Tokens.manager(ORGANIZATION).sign();
        var other = Tokens.manager(UUID.randomUUID()).sign();
        var action = Api.createAction(ORGANIZATION, "url", Map.of("url", "https://example.com/"));

        cookies(cookie).get(LIST + "/" + action).then().statusCode(200);
        cookies(cookie)
                .header("Authorization", "Bearer " + other)
                .get(LIST + "/" + action)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Bearer nonsense"})
    void shouldNotTakeTheCookieBesideAnyOtherHeader(String authorization) {
        var answer = cookies(COOKIE + "=" + token)
                .header("Authorization", authorization)
                .get(LIST);

        unauthorized(answer.then());
    }

    static Stream<Arguments> noCaller() {
        var token = Tokens.manager(ORGANIZATION).sign();
        return Stream.of(
                Arguments.of("another cookie", "other=" + token),
                Arguments.of("another case", COOKIE.toUpperCase() + "=" + token),
                Arguments.of("an empty one", COOKIE + "="),
                Arguments.of("nonsense", COOKIE + "=nonsense"),
                Arguments.of("a forged one", COOKIE + "=" + ForgedTokens.tampered(ORGANIZATION)),
                Arguments.of(
                        "an expired one",
                        COOKIE + "="
                                + Tokens.manager(ORGANIZATION)
                                        .claim("iat", 1_000_000_000)
                                        .expiresIn(Duration.ofHours(-1))
                                        .sign()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noCaller")
    void shouldRefuseACookieThatNamesNoCaller(String what, String cookie) {
        unauthorized(cookies(cookie).get(LIST).then());
        // A login that is over is told as such, also where the page's own token is gone with it.
        unauthorized(cookies(cookie).body("{}").post(LIST).then());
    }

    @Test
    void shouldNotChooseBetweenTwoCookies() {
        var other = Tokens.manager(UUID.randomUUID()).sign();
        var both = COOKIE + "=" + other + "; " + COOKIE + "=" + token;

        unauthorized(cookies(both).get(LIST).then())
                .body(
                        "message",
                        equalTo(
                                "The request has more than one cookie chat_access, of which only one can be the caller's"));
        unauthorized(cookies(COOKIE + "=" + other)
                .header("Cookie", COOKIE + "=" + token)
                .get(LIST)
                .then());
        cookies(COOKIE + "=" + token + "; " + COOKIE + "=" + token)
                .get(LIST)
                .then()
                .statusCode(200);
    }

    static Stream<Arguments> writes() {
        var id = UUID.randomUUID();
        return Stream.of(
                Arguments.of("POST", LIST),
                Arguments.of("PUT", LIST + "/" + id),
                Arguments.of("PUT", LIST + "/order"),
                Arguments.of("DELETE", LIST + "/" + id),
                Arguments.of("POST", LIST + "/" + id + "/execute"),
                Arguments.of("POST", LIST + "/preview"),
                Arguments.of("PUT", "/api/contacts"),
                Arguments.of("PUT", "/api/contacts/" + id),
                Arguments.of("DELETE", "/api/contacts/" + id));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void shouldRefuseEveryWriteThatDoesNotRepeatTheCookie(String method, String path) {
        mismatch(cookies(COOKIE + "=" + token).body("{}").request(method, path));
        signedIn()
                .body("{}")
                .header(CSRF_HEADER, CSRF)
                .request(method, path)
                .then()
                .statusCode(not(equalTo(403)));
    }

    static Stream<Arguments> mismatches() {
        return Stream.of(
                Arguments.of("no header", CSRF_COOKIE + "=" + CSRF, null),
                Arguments.of("an empty header", CSRF_COOKIE + "=" + CSRF, ""),
                Arguments.of("another value", CSRF_COOKIE + "=" + CSRF, "cXVpdGUgcmFuZG9u="),
                Arguments.of("a longer value", CSRF_COOKIE + "=" + CSRF, CSRF + "="),
                Arguments.of("another case", CSRF_COOKIE + "=" + CSRF, CSRF.toUpperCase()),
                Arguments.of("no cookie", "theme=dark", CSRF),
                Arguments.of("an empty cookie", CSRF_COOKIE + "=", ""),
                Arguments.of("another cookie", "csrf=" + CSRF, CSRF),
                Arguments.of("two cookies", CSRF_COOKIE + "=" + CSRF + "; " + CSRF_COOKIE + "=tossed", CSRF),
                Arguments.of(
                        "two cookies, the other one", CSRF_COOKIE + "=tossed; " + CSRF_COOKIE + "=" + CSRF, "tossed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mismatches")
    void shouldRefuseAWrite(String what, String csrf, String header) {
        var request = cookies(COOKIE + "=" + token + "; " + csrf).body("{}");

        var answer = (header == null ? request : request.header(CSRF_HEADER, header)).post(LIST);

        mismatch(answer);
    }

    @Test
    void shouldNotAskABearerTokenForIt() {
        Api.as(token)
                .body(Map.of("phone_number", "+1 555 0100"))
                .put("/api/contacts/{id}", UUID.randomUUID())
                .then()
                .statusCode(200);
        Api.as(token)
                .header("Cookie", COOKIE + "=" + token)
                .body(Map.of("phone_number", "+1 555 0100"))
                .put("/api/contacts/{id}", UUID.randomUUID())
                .then()
                .statusCode(200);
    }

    @Test
    void shouldWriteAndExecuteByTheCookie() {
        var contact = Api.createContact(ORGANIZATION, Map.of());
        String action = signedIn()
                .header(CSRF_HEADER, CSRF)
                .body(Map.of("name", "Link", "action_type", "url", "config", Map.of("url", "https://example.com/")))
                .post(LIST)
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");

        signedIn()
                .header(CSRF_HEADER, CSRF)
                .body(Map.of("contact_id", contact))
                .post(LIST + "/{id}/execute", action)
                .then()
                .statusCode(200)
                .body("data.success", equalTo(true));
    }

    private RequestSpecification signedIn() {
        return cookies(COOKIE + "=" + token + "; " + CSRF_COOKIE + "=" + CSRF);
    }

    private static RequestSpecification cookies(String cookies) {
        return Api.anonymous().header("Cookie", cookies);
    }

    private static ValidatableResponse unauthorized(ValidatableResponse answer) {
        return answer.statusCode(401)
                .body("error_type", equalTo("unauthorized"))
                .header("WWW-Authenticate", equalTo("Bearer"));
    }

    private static void mismatch(Response answer) {
        answer.then()
                .statusCode(403)
                .body("status", equalTo("error"))
                .body("error_type", equalTo("forbidden"))
                .body("message", equalTo("CSRF token mismatch"));
    }
}
