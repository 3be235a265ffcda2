package org.customactions.background;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.Hook;
import org.customactions.execution.SilentUpstream;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What managers do about webhooks in the background: find them, try all of an action again, give one up. */
@QuarkusTest
class BackgroundManagingQuarkusTest {

    private static final String RETRY_ALL = "/api/custom-actions/{id}/executions/retry";
    private static final String CANCEL = BackgroundClicks.EXECUTIONS + "/cancel";

    private BackgroundClicks clicks;

    @BeforeEach
    void createContact() {
        clicks = new BackgroundClicks();
    }

    @Test
    void shouldTryAgainAllThatFailedOfAnAction() {
        var hook = Hook.answering(aResponse().withStatus(404));
        var action = clicks.action(hook.url(), Map.of());
        var other = clicks.action(Hook.answering(aResponse().withStatus(404)).url(), Map.of());
        var first = clicks.accepted(action);
        var second = clicks.accepted(action);
        var of = clicks.accepted(other);
        for (var execution : new UUID[] {first, second, of}) {
            clicks.awaitState(execution, "failed");
        }
        ServiceResource.receiver().server().stubFor(post(hook.path()).willReturn(okJson("{}")));

        retryAll(clicks.agent, action).spec(Refusals.forbidden());
        retryAll(Tokens.manager(UUID.randomUUID()).sign(), action).spec(Refusals.notFound());
        retryAll(clicks.manager, UUID.randomUUID()).spec(Refusals.notFound());
        retryAll(clicks.manager, action).statusCode(200).body("data.retried", is(2));

        clicks.awaitState(first, "succeeded");
        clicks.awaitState(second, "succeeded");
        clicks.state(clicks.agent, of).body("data.state", is("failed"));
        retryAll(clicks.manager, action).statusCode(200).body("data.retried", is(0));
    }

    @Test
    void shouldGiveUpWhatWaits() {
        var hook = Hook.answering(aResponse().withStatus(503));
        var action = clicks.action(hook.url(), Map.of());
        var execution = clicks.accepted(action);
        clicks.awaitAttempts(execution, 1);

        cancel(clicks.agent, execution).spec(Refusals.forbidden());
        cancel(Tokens.manager(UUID.randomUUID()).sign(), execution).spec(Refusals.notFound());
        cancel(clicks.manager, execution)
                .statusCode(200)
                .body("data.state", is("failed"))
                .body("data.attempts", is(1))
                .body("data.answer.success", is(false))
                .body("data.answer.outcome", is("cancelled"))
                .body("data.answer.message", is("Webhook was cancelled by a manager"));

        clicks.state(clicks.agent, execution).body("data.answer.toast.type", is("error"));
        list("?outcome=cancelled").body("data.executions.id", contains(execution.toString()));
        cancel(clicks.manager, execution).statusCode(409).body("error_type", is("conflict"));
        Api.as(clicks.manager)
                .post(BackgroundClicks.EXECUTIONS + "/retry", execution)
                .then()
                .statusCode(409);
        retryAll(clicks.manager, action).body("data.retried", is(0));
        assertThat(ServiceResource.database()
                        .queryValue(
                                Boolean.class,
                                "select request is null from background_executions where execution_id = ?",
                                execution))
                .isTrue();
    }

    /** Whatever comes of the attempt after that. */
    @Test
    void shouldGiveUpWhatIsUnderWay() throws IOException {
        UUID execution;
        try (var silent = new SilentUpstream()) {
            execution = clicks.accepted(clicks.action(silent.url(), Map.of()));
            await().until(() -> silent.calls() == 1);

            cancel(clicks.manager, execution).statusCode(200).body("data.state", is("failed"));
        }

        var next = clicks.accepted(clicks.action(Hook.start().url(), Map.of()));
        clicks.awaitState(next, "succeeded");
        clicks.state(clicks.agent, execution).body("data.answer.outcome", is("cancelled"));
    }

    @Test
    void shouldBeFoundByItsState() {
        var pending = clicks.accepted(
                clicks.action(Hook.answering(aResponse().withStatus(503)).url(), Map.of()));
        var failed = clicks.accepted(
                clicks.action(Hook.answering(aResponse().withStatus(404)).url(), Map.of()));
        var succeeded = clicks.accepted(clicks.action(Hook.start().url(), Map.of()));
        Api.execute(clicks.agent, Api.createAction(clicks.organization, "url", Map.of("url", "tel:1")), clicks.contact);
        clicks.awaitAttempts(pending, 1);
        clicks.awaitState(failed, "failed");
        clicks.awaitState(succeeded, "succeeded");

        list("?state=pending").body("data.executions.id", contains(pending.toString()));
        list("?state=failed").body("data.executions.id", contains(failed.toString()));
        list("?state=succeeded").body("data.executions.id", contains(succeeded.toString()));
        list("?state=failed&success=true").body("data.executions", empty());
        Api.as(clicks.manager)
                .get("/api/custom-actions/executions?state=new")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("state"));
    }

    private ValidatableResponse retryAll(String token, UUID action) {
        return Api.as(token).post(RETRY_ALL, action).then();
    }

    private ValidatableResponse cancel(String token, UUID execution) {
        return Api.as(token).post(CANCEL, execution).then();
    }

    private ValidatableResponse list(String query) {
        return Api.as(clicks.manager)
                .get("/api/custom-actions/executions" + query)
                .then()
                .statusCode(200);
    }
}
