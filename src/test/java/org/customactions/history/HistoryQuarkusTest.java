package org.customactions.history;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.customactions.support.Api;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an execution leaves in the history. */
@QuarkusTest
class HistoryQuarkusTest {

    private static final UUID NOBODY = new UUID(0, 0);

    private final History history = new History();
    private final String path = "/history/" + UUID.randomUUID();

    @Test
    void shouldKeepAWebhookThatSucceeded() {
        var action = webhookAnswering(aResponse().withStatus(201));
        var before = Instant.now().minusSeconds(60);

        String id = history.execute(action).extract().path("data.execution_id");

        var entry = history.onlyEntry(action);
        assertThat(entry)
                .containsOnlyKeys(
                        "id",
                        "action_id",
                        "action_name",
                        "action_type",
                        "contact_id",
                        "user_id",
                        "user_name",
                        "success",
                        "message",
                        "outcome",
                        "http_status",
                        "duration_ms",
                        "state",
                        "attempts",
                        "trial",
                        "created_at")
                .containsEntry("action_name", "Action")
                .containsEntry("outcome", "success")
                .containsEntry("trial", false)
                .containsEntry("id", id)
                .containsEntry("action_id", action.toString())
                .containsEntry("action_type", "webhook")
                .containsEntry("contact_id", history.contact().toString())
                .containsEntry("success", true)
                .containsEntry("message", "Webhook executed successfully")
                .containsEntry("http_status", 201);
        assertThat((int) entry.get("duration_ms")).isBetween(0, 10_000);
        assertThat(Instant.parse((String) entry.get("created_at")))
                .isBetween(before, Instant.now().plusSeconds(60));
    }

    @Test
    void shouldKeepAWebhookThatFailed() {
        var action = webhookAnswering(aResponse().withStatus(503));

        history.execute(action).statusCode(200);

        assertThat(history.onlyEntry(action))
                .containsEntry("success", false)
                .containsEntry("message", "Webhook returned status 503 Service Unavailable")
                .containsEntry("http_status", 503);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            webhook    | url  | http://127.0.0.1:1/        | false | Webhook could not connect to 127.0.0.1
            url        | url  | https://crm.example/       | true  | Opening URL
            javascript | code | return { message: 'Done' } | true  | Done
            javascript | code | throw new Error('No plan') | false | JavaScript error: No plan (line 1)
            """)
    void shouldKeepTheMessageShownToTheAgent(String type, String field, String value, boolean success, String message) {
        var action = history.createAction(type, Map.of(field, value));

        String told = history.execute(action).extract().path("data.message");

        assertThat(told).isEqualTo(message);
        assertThat(history.onlyEntry(action))
                .containsEntry("action_type", type)
                .containsEntry("success", success)
                .containsEntry("message", told)
                .containsEntry("http_status", null);
    }

    @Test
    void shouldShowAnExecutionUnderWay() throws Exception {
        var action = webhookAnswering(okJson("{}").withFixedDelay(3_000));
        var execution = CompletableFuture.supplyAsync(() -> history.execute(action));
        awaitCall();

        var entry = history.onlyEntry(action);

        assertThat(entry)
                .containsEntry("success", false)
                .containsEntry("message", "The action is still running")
                .containsEntry("duration_ms", null);
        execution.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).statusCode(200);
        assertThat(history.onlyEntry(action)).containsEntry("success", true);
    }

    /** The row of a service that died is one that was begun and has no end when its lease is over. */
    @Test
    void shouldShowAnExecutionWhoseOutcomeIsUnknown() {
        var action = history.createAction("url", Map.of("url", "https://crm.example/"));
        history.store(action, Instant.now().minusSeconds(60).toString(), 1);
        ServiceResource.database()
                .execute(
                        "update custom_action_executions set success = null, message = null, duration_ms = null"
                                + " where action_id = ?",
                        action);

        var entry = history.onlyEntry(action);

        assertThat(entry)
                .containsEntry("success", false)
                .containsEntry("message", "The outcome is unknown: the service ended while the action was running")
                .containsEntry("duration_ms", null);
    }

    /** No run of the default settings takes longer than 31 s, and the database may take 5 s before and after it. */
    @Test
    void shouldLeaseAnExecutionForLongerThanAnyTakes() {
        var action = history.createAction("url", Map.of("url", "https://crm.example/"));

        history.execute(action).statusCode(200);

        var lease = ServiceResource.database()
                .queryValue(
                        Number.class,
                        "select extract(epoch from lease_until - created_at) from custom_action_executions where action_id = ?",
                        action);
        assertThat(lease.doubleValue()).isEqualTo(41);
    }

    @Test
    void shouldKeepTheBeginningOfALongMessageOnOneLine() {
        var code = "throw new Error('a\\n\\u0000\\ud800' + 'b'.repeat(10000))";
        var action = history.createAction("javascript", Map.of("code", code));

        history.execute(action).statusCode(200);

        assertThat((String) history.onlyEntry(action).get("message"))
                .startsWith("JavaScript error: a  ")
                .endsWith("bbb…")
                .hasSize(501);
    }

    @Test
    void shouldKeepNothingOfAClickThatExecutesNothing() {
        var action = history.createAction("url", Map.of("url", "https://crm.example/"));
        Api.execute(history.agent(), action, NOBODY).statusCode(404);
        Api.as(history.agent())
                .body("{\"contact_id\":7}")
                .post("/api/custom-actions/{id}/execute", action)
                .then()
                .statusCode(400);
        Api.as(history.manager())
                .body(Map.of("is_active", false))
                .put("/api/custom-actions/{id}", action)
                .then()
                .statusCode(200);
        history.execute(action).statusCode(400);

        var entries = history.entries(action);

        assertThat(entries).isEmpty();
    }

    @Test
    void shouldKeepTheHistoryOfADeletedAction() {
        var action = history.createAction("url", Map.of("url", "https://crm.example/"));
        history.execute(action).statusCode(200);
        Api.as(history.manager())
                .delete("/api/custom-actions/{id}", action)
                .then()
                .statusCode(200);
        history.execute(action).statusCode(404);

        var entry = history.onlyEntry(action);

        assertThat(entry).containsEntry("success", true);
    }

    private UUID webhookAnswering(ResponseDefinitionBuilder answer) {
        ServiceResource.receiver().server().stubFor(any(urlPathEqualTo(path)).willReturn(answer));
        return history.createAction(
                "webhook", Map.of("url", ServiceResource.receiver().url(path)));
    }

    private void awaitCall() {
        Patience.await().until(() -> !ServiceResource.receiver().requests(path).isEmpty());
    }
}
