package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestIdQuarkusTest {

    private static final String HEADER = "X-Request-Id";
    private static final String OWN_FORM = "[A-Za-z0-9._-]{1,128}";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    static Stream<String> accepted() {
        return Stream.of(
                "a", "0", "order-66_v1.2", "a".repeat(128), UUID.randomUUID().toString());
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void shouldKeepTheCallersId(String id) {
        var answer = Api.as(manager).header(HEADER, id).get("/api/custom-actions");

        answer.then().statusCode(200).header(HEADER, equalTo(id));
    }

    static Stream<String> refused() {
        return Stream.of("", "a b", "a/b", "a\tb", "<b>", "a;b", "a".repeat(129), "ä", "{}");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldReplaceAnIdOfAnotherForm(String id) {
        var answer = Api.as(manager).header(HEADER, id).get("/api/custom-actions");

        answer.then().statusCode(200);
        assertThat(answer.header(HEADER)).isNotEqualTo(id).matches(OWN_FORM);
    }

    @Test
    void shouldGiveEachRequestAnIdOfItsOwn() {
        var first = Api.as(manager).get("/api/custom-actions").header(HEADER);

        var second = Api.as(manager).get("/api/custom-actions").header(HEADER);

        assertThat(second).isNotEqualTo(first).matches(OWN_FORM);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("GET", "/api/nothing", "", 404),
                Arguments.of("PATCH", "/api/custom-actions", "", 405),
                Arguments.of("GET", "/api/custom-actions/redirect/none", "", 404),
                Arguments.of("POST", "/api/custom-actions", "{", 400),
                Arguments.of("POST", "/api/custom-actions", " ".repeat(1024 * 1024 + 1), 413),
                Arguments.of("HEAD", "/api/custom-actions/redirect/none", "", 405));
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @MethodSource("errors")
    void shouldBeOnEveryError(String method, String path, String body, int status) {
        var answer = Api.as(manager).header(HEADER, "mine").body(body).request(method, path);

        answer.then().statusCode(status).header(HEADER, equalTo("mine"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "forged"})
    void shouldBeOnAnswersToStrangers(String token) {
        var answer = Api.as(token).header(HEADER, "mine").get("/api/custom-actions");

        answer.then().statusCode(401).header(HEADER, equalTo("mine"));
    }

    @Test
    void shouldBeOnARedirect() {
        var action = Api.createAction(organization, "url", Map.of("url", "https://example.com/"));
        var contact = Api.createContact(organization, Map.of());
        String path = Api.execute(manager, action, contact).extract().path("data.redirect_url");

        var answer = Api.anonymous().header(HEADER, "mine").get(path);

        answer.then().statusCode(302).header(HEADER, equalTo("mine"));
    }

    @Test
    void shouldBeOnTheDescriptionOfTheApi() {
        var answer = RestAssured.given().header(HEADER, "mine").get("/q/openapi");

        answer.then().statusCode(200).header(HEADER, equalTo("mine"));
    }
}
