package org.customactions.background;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.Hook;
import org.customactions.execution.SilentUpstream;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A webhook whose click is answered before it is sent. */
@QuarkusTest
class BackgroundQuarkusTest {

    private static final String RETRY = BackgroundClicks.EXECUTIONS + "/retry";

    private BackgroundClicks clicks;

    @BeforeEach
    void createContact() {
        clicks = new BackgroundClicks();
    }

    @Test
    void shouldAnswerAtOnceAndTellLaterWhatCameOfIt() {
        var hook = Hook.answering(okJson("{\"id\":7}"));
        var action = clicks.action(
                hook.url(), Map.of("result", Map.of("toast", "Ticket {{response.id}} for {{contact.name}}")));

        var click = Api.execute(clicks.agent, action, clicks.contact)
                .statusCode(200)
                .body("data", aMapWithSize(5))
                .body("data.success", is(true))
                .body("data.message", is("Webhook accepted"))
                .body("data.outcome", is("accepted"))
                .body("data.toast", equalTo(Map.of("message", "Action is under way", "type", "info")));

        var execution = UUID.fromString(click.extract().path("data.execution_id"));
        var ended = clicks.awaitState(execution, "succeeded");
        assertThat(ended.getInt("data.attempts")).isEqualTo(1);
        assertThat(ended.<Object>get("data.next_attempt_at")).isNull();
        assertThat(ended.<Map<String, Object>>get("data.answer"))
                .containsEntry("success", true)
                .containsEntry("message", "Webhook executed successfully")
                .containsEntry("toast", Map.of("message", "Ticket 7 for Zoë", "type", "success"))
                .containsEntry("data", Map.of("id", 7))
                .containsEntry("execution_id", execution.toString())
                .containsEntry("outcome", "success");
        assertThat(hook.header("Idempotency-Key")).isEqualTo(execution.toString());
        assertThat(hook.body()).contains("Zoë").contains(execution.toString());
    }

    @Test
    void shouldBeTriedAgainAndSignedAnewEachTime() {
        var hook = Hook.answering(aResponse().withStatus(503));
        var action = clicks.action(hook.url(), Map.of("signing_secret", Planted.SIGNING_SECRET, "body", "{\"a\":1}"));
        var before = Instant.now();

        var execution = clicks.accepted(action);

        var pending = clicks.awaitNext(execution);
        assertThat(pending.getString("data.state")).isEqualTo("pending");
        assertThat(pending.<Object>get("data.answer")).isNull();
        assertThat(Instant.parse(pending.getString("data.next_attempt_at")))
                .isBetween(before.plusSeconds(3), Instant.now().plusSeconds(7));
        clicks.awaitAttempts(execution, 1);
        history(action)
                .body("data.executions[0].state", is("pending"))
                .body("data.executions[0].attempts", is(1))
                .body("data.executions[0].success", is(false))
                .body("data.executions[0].http_status", is(503))
                .body("data.executions[0].message", is("Webhook returned status 503 Service Unavailable"));

        await().until(() -> {
            BackgroundClicks.hurry(execution);
            return hook.requests().size() >= 3;
        });

        var requests = hook.requests();
        assertThat(requests)
                .extracting(request -> request.getHeader("webhook-id"))
                .containsOnly("msg_" + execution);
        assertThat(requests)
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsOnly(execution.toString());
        assertThat(requests).extracting(request -> request.getBodyAsString()).containsOnly("{\"a\":1}");
        assertThat(requests)
                .allSatisfy(request ->
                        assertThat(request.getHeader("webhook-signature")).startsWith("v1,"));
    }

    @Test
    void shouldFailAfterAllAttemptsAndBeginAnotherRoundForAManager() {
        var hook = Hook.answering(aResponse().withStatus(500));
        var action = clicks.action(hook.url(), Map.of("result", Map.of("failure", "No: {{response_status}}")));
        var execution = clicks.accepted(action);
        Api.as(clicks.manager).post(RETRY, execution).then().statusCode(409);

        await().until(() -> {
            BackgroundClicks.hurry(execution);
            return clicks.state(clicks.agent, execution)
                    .extract()
                    .path("data.state")
                    .equals("failed");
        });

        clicks.state(clicks.agent, execution)
                .body("data.attempts", is(6))
                .body("data.answer.success", is(false))
                .body("data.answer.toast.message", is("No: 500"));
        assertThat(hook.requests()).hasSize(6);
        Api.as(clicks.agent).post(RETRY, execution).then().statusCode(403);
        Api.as(Tokens.manager(UUID.randomUUID()).sign())
                .post(RETRY, execution)
                .then()
                .spec(Refusals.notFound());

        Api.as(clicks.manager).post(RETRY, execution).then().statusCode(200).body("data.state", is("pending"));

        clicks.awaitAttempts(execution, 7);
        history(action).body("data.executions[0].state", is("pending")).body("data.executions[0].attempts", is(7));
    }

    @Test
    void shouldNotBeTriedAgainWhereTheAnswerIsFinal() {
        var hook = Hook.answering(aResponse().withStatus(404).withBody("{\"why\":\"gone\"}"));
        var action = clicks.action(hook.url(), Map.of());

        var execution = clicks.accepted(action);

        var ended = clicks.awaitState(execution, "failed");
        assertThat(ended.getString("data.answer.message")).isEqualTo("Webhook returned status 404 Not Found");
        assertThat(ended.getString("data.answer.data.why")).isEqualTo("gone");
        assertThat(hook.requests()).hasSize(1);
        history(action).body("data.executions[0].state", is("failed")).body("data.executions[0].http_status", is(404));
        ServiceResource.database()
                .execute(
                        "update background_executions set ended_at = now() - interval '8 days' where execution_id = ?",
                        execution);
        Api.as(clicks.manager).post(RETRY, execution).then().statusCode(409).body("error_type", is("conflict"));
    }

    /** Its clock is an hour behind that of this service, which changes nothing. */
    static List<Map<String, String>> waits() {
        var now = ZonedDateTime.now(ZoneOffset.UTC).minusHours(1);
        return List.of(
                Map.of("Retry-After", "600"),
                Map.of(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(600)),
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(now)));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void shouldWaitAsLongAsTheUpstreamAsks(Map<String, String> headers) {
        var answer = aResponse().withStatus(429);
        headers.forEach(answer::withHeader);
        var hook = Hook.answering(answer);

        var execution = clicks.accepted(clicks.action(hook.url(), Map.of()));

        var next = clicks.awaitNext(execution).getString("data.next_attempt_at");
        assertThat(Duration.between(Instant.now(), Instant.parse(next)))
                .isBetween(Duration.ofSeconds(480), Duration.ofSeconds(601));
    }

    @Test
    void shouldLeadToTheLinkByAFreshRedirectEachTime() {
        var hook = Hook.answering(okJson("{\"id\":7}"));
        var action = clicks.action(hook.url(), Map.of("result", Map.of("url", "https://a.example/{{response.id}}")));
        var execution = clicks.accepted(action);
        clicks.awaitState(execution, "succeeded");

        for (int i = 0; i < 2; i++) {
            String path = clicks.state(clicks.agent, execution)
                    .body("data.answer.open_in_new_tab", is(true))
                    .extract()
                    .path("data.answer.redirect_url");
            Api.anonymous().get(path).then().statusCode(302).header("Location", "https://a.example/7");
            Api.anonymous().get(path).then().statusCode(404);
        }
        Api.as(clicks.agent)
                .post(BackgroundClicks.EXECUTIONS + "/redirect", execution)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldTellOnlyWhoClickedAndManagers() {
        var hook = Hook.start();
        var execution = clicks.accepted(clicks.action(hook.url(), Map.of()));
        clicks.awaitState(execution, "succeeded");

        clicks.state(clicks.manager, execution).statusCode(200);
        clicks.state(Tokens.agent(clicks.organization).claim("sub", "another").sign(), execution)
                .spec(Refusals.notFound());
        clicks.state(Tokens.manager(UUID.randomUUID()).sign(), execution).spec(Refusals.notFound());
        clicks.state(clicks.manager, UUID.randomUUID()).spec(Refusals.notFound());
        Api.anonymous()
                .get(BackgroundClicks.EXECUTIONS + "/state", execution)
                .then()
                .statusCode(401);
    }

    @Test
    void shouldKnowNothingOfWhatWasDoneAtOnce() {
        var action = Api.createAction(
                clicks.organization, "webhook", Map.of("url", Hook.start().url()));
        var execution = clicks.accepted(action);

        clicks.state(clicks.agent, execution).spec(Refusals.notFound());
        Api.as(clicks.manager).post(RETRY, execution).then().statusCode(409);
        history(action).body("data.executions[0].state", nullValue()).body("data.executions[0].attempts", nullValue());
    }

    @Test
    void shouldSendWhatWasAcceptedWhateverBecomesOfTheAction() {
        var hook = Hook.answering(aResponse().withStatus(500));
        var action = clicks.action(hook.url(), Map.of("body", "{\"v\":1}"));
        var execution = clicks.accepted(action);
        clicks.awaitAttempts(execution, 1);
        Api.as(clicks.manager)
                .body(Map.of("config", Map.of("url", hook.url() + "/other", "body", "{\"v\":2}")))
                .put("/api/custom-actions/{id}", action)
                .then()
                .statusCode(200);
        Api.as(clicks.manager).delete("/api/custom-actions/{id}", action).then().statusCode(200);

        BackgroundClicks.hurry(execution);

        clicks.awaitAttempts(execution, 2);
        assertThat(hook.requests()).extracting(request -> request.getUrl()).containsOnly(hook.path());
        assertThat(hook.requests())
                .extracting(request -> request.getBodyAsString())
                .containsOnly("{\"v\":1}");
    }

    @Test
    void shouldKeepNothingReadableAndNothingThatHasArrived() {
        var secret = Planted.text("in-the-background");
        Api.as(clicks.manager)
                .body(Map.of("value", secret))
                .put("/api/secrets/crm")
                .then()
                .statusCode(201);
        var hook = Hook.answering(aResponse().withStatus(500).withBody("{\"echo\":\"" + secret + "\"}"));
        var action = clicks.action(hook.url(), Map.of("headers", Map.of("X-Key", "{{secret.crm}}")));
        var execution = clicks.accepted(action);
        clicks.awaitAttempts(execution, 1);

        assertThat(stored(execution, "request")).doesNotContain(secret).doesNotContain(hook.path());

        ServiceResource.receiver()
                .server()
                .stubFor(post(hook.path()).willReturn(okJson("{\"echo\":\"" + secret + "\"}")));
        BackgroundClicks.hurry(execution);

        var ended = clicks.awaitState(execution, "succeeded");
        assertThat(ended.getString("data.answer.data.echo")).isEqualTo("********");
        assertThat(hook.requests())
                .extracting(request -> request.getHeader("X-Key"))
                .containsOnly(secret);
        assertThat(stored(execution, "answer")).doesNotContain("echo");
        assertThat(ServiceResource.database()
                        .queryValue(
                                Boolean.class,
                                "select request is null from background_executions where execution_id = ?",
                                execution))
                .isTrue();
    }

    private static String stored(UUID execution, String column) {
        var bytes = ServiceResource.database()
                .queryValue(
                        byte[].class,
                        "select " + column + " from background_executions where execution_id = ?",
                        execution);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void shouldBeAcceptedOnceForAKey() {
        var hook = Hook.start();
        var action = clicks.action(hook.url(), Map.of());

        var answers = List.of(keyed(action), keyed(action));

        assertThat(answers.get(1)).isEqualTo(answers.get(0)).contains("Webhook accepted");
        await().until(() -> !hook.requests().isEmpty());
        assertThat(hook.requests()).hasSize(1);
    }

    private String keyed(UUID action) {
        return Api.as(clicks.agent)
                .header("Idempotency-Key", "key")
                .body(Map.of("contact_id", clicks.contact))
                .post("/api/custom-actions/{id}/execute", action)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** What cannot be filled in is told at once, and nothing waits. */
    @Test
    void shouldNotAcceptWhatCannotBeSent() {
        var action = clicks.action(Hook.start().url(), Map.of("body", "{\"a\":\"{{contact.metadata.x | required}}\"}"));

        Api.execute(clicks.agent, action, clicks.contact)
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.outcome", is("invalid"));

        history(action).body("data.executions[0].state", nullValue()).body("data.executions[0].success", is(false));
    }

    @Test
    void shouldAcceptNoMoreThanMayWait() {
        var action = clicks.action(Hook.start().url(), Map.of());
        ServiceResource.database()
                .execute(
                        "insert into background_executions (execution_id, organization_id, action_id, action_type, user_id,"
                                + " upstream, accepted_at, due_at, request, request_bytes)"
                                + " select gen_random_uuid(), cast(? as uuid), gen_random_uuid(), 'webhook', 'u', 1, now(),"
                                + " now() + interval '1 day', '', 1 from generate_series(1, 20000)",
                        clicks.organization);

        Api.execute(clicks.agent, action, clicks.contact)
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.outcome", is("overloaded"))
                .body(
                        "data.message",
                        is("Webhook was not accepted, too many of your organization are waiting to be sent"));

        ServiceResource.database()
                .execute("delete from background_executions where organization_id = ?", clicks.organization);
    }

    @Test
    void shouldNotLetTheBacklogOfOneOrganizationDelayAnother() throws IOException {
        try (var silent = new SilentUpstream()) {
            var hanging = clicks.action(silent.url(), Map.of());
            for (int i = 0; i < 20; i++) {
                clicks.accepted(hanging);
            }
            await().until(() -> silent.calls() >= 6);
            var other = new BackgroundClicks();

            other.awaitState(other.accepted(other.action(Hook.start().url(), Map.of())), "succeeded");
            var sameOrganization = clicks.accepted(clicks.action(Hook.start().url(), Map.of()));

            clicks.awaitState(sameOrganization, "succeeded");
            assertThat(count("due_at is not null")).isEqualTo(20);
            assertThat(count("under_way")).isLessThanOrEqualTo(8);
        }
    }

    private long count(String condition) {
        return ServiceResource.database()
                .queryCount(
                        "select count(*) from background_executions where organization_id = ? and " + condition,
                        clicks.organization);
    }

    @Test
    void shouldTakeABooleanOnly() {
        Api.as(clicks.manager)
                .body(Map.of(
                        "name",
                        "Action",
                        "action_type",
                        "webhook",
                        "config",
                        Map.of("url", "https://a.example/", "background", "yes")))
                .post("/api/custom-actions")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("config.background"));
    }

    private ValidatableResponse history(UUID action) {
        return Api.as(clicks.manager)
                .get("/api/custom-actions/{id}/executions", action)
                .then()
                .statusCode(200);
    }
}
