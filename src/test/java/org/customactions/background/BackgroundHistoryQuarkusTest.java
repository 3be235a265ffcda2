package org.customactions.background;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What managers see of a webhook in the background: its entry, what was sent and answered, and how often it was used.
 */
@QuarkusTest
class BackgroundHistoryQuarkusTest {

    private BackgroundClicks clicks;

    @BeforeEach
    void createContact() {
        clicks = new BackgroundClicks();
    }

    @Test
    void shouldKeepTheExchangeOfTheLastAttemptUntilItHasArrived() {
        var hook = Hook.answering(aResponse().withStatus(500).withBody("first"));
        var execution = clicks.accepted(clicks.action(hook.url(), Map.of()));
        clicks.awaitAttempts(execution, 1);
        entry(execution)
                .body("data.state", is("pending"))
                .body("data.outcome", is("accepted"))
                .body("data.next_attempt_at", notNullValue())
                .body("data.exchange.response.status", is(500))
                .body("data.exchange.response.body", is("first"))
                .body("data.exchange.request.headers.Idempotency-Key", is(execution.toString()));

        stub(hook, 503, "second");
        BackgroundClicks.hurry(execution);
        clicks.awaitAttempts(execution, 2);
        entry(execution)
                .body("data.exchange.response.status", is(503))
                .body("data.exchange.response.body", is("second"));

        ServiceResource.receiver().server().stubFor(post(hook.path()).willReturn(okJson("{}")));
        BackgroundClicks.hurry(execution);
        clicks.awaitState(execution, "succeeded");
        entry(execution)
                .body("data.state", is("succeeded"))
                .body("data.outcome", is("success"))
                .body("data", not(hasKey("next_attempt_at")))
                .body("data", not(hasKey("exchange")));
    }

    @Test
    void shouldHideInTheExchangeWhatTheConfigKeepsSecret() {
        var secret = Planted.text("shared");
        var header = Planted.text("header");
        var password = Planted.text("password");
        Api.as(clicks.manager)
                .body(Map.of("value", secret))
                .put("/api/secrets/crm")
                .then()
                .statusCode(201);
        var hook = Hook.answering(aResponse()
                .withStatus(404)
                .withBody("%s %s %s".formatted(secret, header, password))
                .withHeader("X-Echo", header));
        var action = clicks.action(
                hook.url(),
                Map.of(
                        "headers",
                        Map.of("X-Key", "Bearer " + header, "X-Shared", "{{secret.crm}}", "Accept", "text/plain"),
                        "auth",
                        Map.of("type", "basic", "username", "ada", "password", password),
                        "signing_secret",
                        Planted.SIGNING_SECRET,
                        "signature",
                        Map.of("header", "X-Hub-Signature", "secret", Planted.text("signing"))));
        var execution = clicks.accepted(action);
        clicks.awaitState(execution, "failed");

        var entry = entry(execution).extract();

        assertThat(entry.asString())
                .doesNotContain(secret)
                .doesNotContain(header)
                .doesNotContain(password)
                .doesNotContain(Planted.SIGNING_KEY)
                .doesNotContain(hook.header("webhook-signature").substring(3))
                .doesNotContain(hook.header("X-Hub-Signature"));
        assertThat(entry.<Map<String, String>>path("data.exchange.request.headers"))
                .containsEntry("X-Key", "********")
                .containsEntry("X-Shared", "********")
                .containsEntry("Authorization", "********")
                .containsEntry("webhook-signature", "********")
                .containsEntry("X-Hub-Signature", "********")
                .containsEntry("Accept", "text/plain");
        assertThat(entry.<String>path("data.exchange.response.body")).isEqualTo("******** ******** ********");
    }

    @Test
    void shouldBeFoundByItsOutcome() {
        var action = clicks.action(Hook.answering(aResponse().withStatus(500)).url(), Map.of());
        var pending = clicks.accepted(action);
        clicks.awaitAttempts(pending, 1);

        list("?outcome=accepted").body("data.executions.id", contains(pending.toString()));
        list("?success=true").body("data.executions", empty());
        list("?success=false").body("data.executions.id", contains(pending.toString()));
        list("?outcome=http_error").body("data.executions", empty());
    }

    /** Once, when it has ended; another round counts instead of the one before. */
    @Test
    void shouldCountOnceInTheStatistics() {
        var hook = Hook.answering(aResponse().withStatus(500));
        var action = clicks.action(hook.url(), Map.of());
        var execution = clicks.accepted(action);
        clicks.awaitAttempts(execution, 1);
        stats().body("data.actions", empty());

        stub(hook, 404, "");
        BackgroundClicks.hurry(execution);
        clicks.awaitState(execution, "failed");
        stats().body("data.actions", hasSize(1))
                .body("data.actions[0].executions", is(1))
                .body("data.actions[0].failures", is(1));

        ServiceResource.receiver().server().stubFor(post(hook.path()).willReturn(okJson("{}")));
        Api.as(clicks.manager)
                .post(BackgroundClicks.EXECUTIONS + "/retry", execution)
                .then()
                .statusCode(200);
        clicks.awaitState(execution, "succeeded");
        stats().body("data.actions[0].executions", is(1)).body("data.actions[0].failures", is(0));
    }

    /** What is tried out is done at once. */
    @Test
    void shouldNotWaitWhereItIsTriedOut() {
        var hook = Hook.answering(okJson("{\"id\":7}"));

        Api.as(clicks.manager)
                .body(Map.of(
                        "action_type",
                        "webhook",
                        "config",
                        Map.of("url", hook.url(), "background", true),
                        "contact_id",
                        clicks.contact))
                .post("/api/custom-actions/try")
                .then()
                .statusCode(200)
                .body("data.message", is("Webhook executed successfully"))
                .body("data.data.id", is(7))
                .body("data.exchange.response.status", is(200));

        assertThat(list("").body("data.executions[0].state", nullValue())
                        .extract()
                        .<List<Boolean>>path("data.executions.trial"))
                .containsExactly(true);
    }

    private static void stub(Hook hook, int status, String body) {
        ServiceResource.receiver()
                .server()
                .stubFor(post(hook.path())
                        .willReturn(aResponse().withStatus(status).withBody(body)));
    }

    private ValidatableResponse entry(UUID execution) {
        return Api.as(clicks.manager)
                .get(BackgroundClicks.EXECUTIONS, execution)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse list(String query) {
        return Api.as(clicks.manager)
                .get("/api/custom-actions/executions" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse stats() {
        return Api.as(clicks.manager).get("/api/custom-actions/stats").then().statusCode(200);
    }
}
