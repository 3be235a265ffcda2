package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.Planted;
import org.customactions.support.RawHttp;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A click that comes again with its key. */
@QuarkusTest
class IdempotencyQuarkusTest {

    private static final int CROWD = 50;

    private final String key = Planted.unique();

    static Stream<Arguments> actions() {
        return Stream.of(
                Arguments.of("url", Map.of("url", "https://a.example/{{contact.name}}", "open_in_new_tab", false)),
                Arguments.of(
                        "javascript",
                        Map.of(
                                "code",
                                "console.log(1e21); return { clipboard: 'ü', url: 'tel:1', n: [1.10, null, {}] }")),
                Arguments.of("javascript", Map.of("code", "throw new Error(Math.random())")));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void shouldAnswerTheSameAgain(String type, Map<String, Object> config) {
        var clicks = new KeyedClicks(type, config);
        var first = clicks.click(key);

        var second = clicks.click(key);

        first.then().statusCode(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(clicks.executions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.10,\"b\":1E+400,\"c\":-0.0,\"d\":12345678901234567890123,\"e\":null,\"\":\"\\u2028\\ud83d\\ude00\"}",
                "null",
                "[[[]],{}]",
                "\"text\"",
                "1e2"
            })
    void shouldAnswerWithTheSameJsonOfTheUpstreamAndNotCallItAgain(String json) {
        var hook = Hook.answering(okJson(json));
        var clicks = new KeyedClicks("webhook", Map.of("url", hook.url()));
        var first = clicks.click(key).then().statusCode(200).extract().asString();

        var second = clicks.click(key);

        assertThat(second.asString()).isEqualTo(first);
        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldAnswerWithoutTheDataIfItIsTooLargeToBeKept() {
        var clicks = new KeyedClicks(
                "javascript", Map.of("code", "return { message: 'Done', big: 'x'.repeat(100 * 1024) };"));
        var first = clicks.click(key).then().statusCode(200).extract();

        var second = clicks.click(key).then();

        assertThat(first.asString()).hasSizeGreaterThan(100 * 1024);
        second.statusCode(200)
                .body("data.success", is(true))
                .body("data.message", is("Done"))
                .body("data.execution_id", is(first.<String>path("data.execution_id")))
                .body("data", not(hasKey("data")));
        assertThat(clicks.executions()).isEqualTo(1);
    }

    @Test
    void shouldAnswerAFailureAgain() {
        var hook = Hook.answering(aResponse().withStatus(503).withBody("{\"code\":7}"));
        var clicks = new KeyedClicks("webhook", Map.of("url", hook.url()));
        var first = clicks.click(key).then().statusCode(200).extract().asString();

        var second = clicks.click(key);

        second.then().body("data.success", is(false)).body("data.toast.type", is("error"));
        assertThat(second.asString()).isEqualTo(first);
        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldFollowTheLinkOfEitherAnswerOnce() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));
        clicks.click(key).then().statusCode(200);
        String path = clicks.click(key).then().statusCode(200).extract().path("data.redirect_url");

        assertThat(Api.anonymous().get(path).statusCode()).isEqualTo(302);
        assertThat(Api.anonymous().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldRefuseTheKeyWithAnotherBody() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));
        clicks.click(key).then().statusCode(200);

        var other = clicks.clickFor(key, Api.createContact(clicks.organization(), Map.of()));

        other.then()
                .statusCode(400)
                .body("error_type", is("validation_error"))
                .body(
                        "message",
                        is(
                                "This Idempotency-Key was used with another request body; use a new key for another request"));
        assertThat(clicks.executions()).isEqualTo(1);
    }

    @Test
    void shouldBeAnotherKeyForAnotherUserOrAction() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));
        var other = Api.createAction(clicks.organization(), "url", Map.of("url", "https://b.example/"));

        var ids = Stream.of(clicks.click(key), clicks.clickByAnotherUser(key), clicks.clickOn(key, other))
                .map(answer -> answer.then().statusCode(200).extract().<String>path("data.execution_id"))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void shouldAnswer409WhileTheFirstRuns() throws Exception {
        var hook = Hook.answering(okJson("{}").withFixedDelay(3_000));
        var clicks = new KeyedClicks("webhook", Map.of("url", hook.url()));
        var first = CompletableFuture.supplyAsync(() -> clicks.click(key));
        Patience.await().until(() -> !hook.requests().isEmpty());

        var second = clicks.click(key);

        second.then()
                .spec(Refusals.conflict())
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("message", is("The first call with this Idempotency-Key is still running; try again shortly"));
        first.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .then()
                .statusCode(200)
                .body("data.success", is(true));
        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldCallAnUpstreamOnceForACrowd() {
        var hook = Hook.answering(okJson("{}").withFixedDelay(1_000));
        var clicks = new KeyedClicks("webhook", Map.of("url", hook.url()));

        var answers = Concurrently.times(CROWD, Patience.LIMIT, i -> clicks.click(key));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .extracting(Response::asString)
                .isNotEmpty()
                .containsOnly(clicks.click(key).asString());
        assertThat(hook.requests()).hasSize(1);
        assertThat(clicks.executions()).isEqualTo(1);
    }

    @Test
    void shouldAnswerAgainAfterTheActionWasDeleted() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));
        var first = clicks.click(key).then().statusCode(200).extract().asString();
        Api.as(Tokens.manager(clicks.organization()).sign())
                .delete("/api/custom-actions/{id}", clicks.action())
                .then()
                .statusCode(200);

        var second = clicks.click(key);

        assertThat(second.asString()).isEqualTo(first);
        clicks.click("another").then().spec(Refusals.notFound());
    }

    @Test
    void shouldNotUseUpTheKeyOfACallThatExecutesNothing() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));
        clicks.clickFor(key, new UUID(0, 0)).then().spec(Refusals.notFound());

        var answer = clicks.click(key);

        answer.then().statusCode(200);
    }

    @Test
    void shouldExecuteAnewAfterADay() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));
        var first = clicks.click(key).then().statusCode(200).extract().asString();
        ServiceResource.database().execute("""
                update custom_action_keys set expires_at = expires_at - interval '24 hours' where execution_id in
                    (select id from custom_action_executions where organization_id = ?)
                """, clicks.organization());

        var second = clicks.click(key);

        second.then().statusCode(200);
        assertThat(second.asString())
                .isNotEqualTo(first)
                .isEqualTo(clicks.click(key).asString());
        assertThat(clicks.executions()).isEqualTo(2);
    }

    /** As a service leaves it that was killed: begun, without an end, and the lease is over. */
    @Test
    void shouldAnswerOutcomeUnknownIfTheFirstNeverEnded() {
        var hook = Hook.start();
        var clicks = new KeyedClicks("webhook", Map.of("url", hook.url()));
        String id = clicks.click(key).then().statusCode(200).extract().path("data.execution_id");
        ServiceResource.database()
                .execute(
                        "update custom_action_keys set answer = null, lease_until = now() where execution_id = ?",
                        UUID.fromString(id));

        var answers = List.of(clicks.click(key), clicks.click(key));

        assertThat(answers)
                .allSatisfy(answer -> answer.then()
                        .statusCode(200)
                        .body("data.success", is(false))
                        .body("data.toast.type", is("error"))
                        .body("data.execution_id", is(id))
                        .body(
                                "data.message",
                                is("The action may have run: the service failed while it did, so its outcome is"
                                        + " unknown. Check the result before you click again")));
        assertThat(hook.requests()).hasSize(1);
        clicks.click("another").then().body("data.success", is(true));
    }

    @Test
    void shouldTakeAnyKeyUpToItsLength() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));

        var answer = clicks.click("\"é'; --~".repeat(31) + "1234567");

        answer.then().statusCode(200);
    }

    @Test
    void shouldRefuseAKeyThatIsTooLong() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));

        var answer = clicks.click("k".repeat(256));

        answer.then().spec(Refusals.field("Idempotency-Key", "Idempotency-Key must be 1 to 255 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key:", "Idempotency-Key: a\r\nIdempotency-Key: b"})
    void shouldRefuseNoKeyAndSeveral(String headers) {
        var action = Api.createAction(UUID.randomUUID(), "url", Map.of("url", "https://a.example/"));

        var answer = RawHttp.send(
                "POST /api/custom-actions/%s/execute HTTP/1.1".formatted(action),
                "Authorization: Bearer " + Tokens.agent(UUID.randomUUID()).sign(),
                "Content-Type: application/json",
                headers,
                "Content-Length: 55\r\n\r\n{\"contact_id\":\"00000000-0000-0000-0000-000000000000\"}  ");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("Idempotency-Key must be ");
    }
}
