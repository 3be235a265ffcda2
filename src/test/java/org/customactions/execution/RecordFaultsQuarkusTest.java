package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Impatient;
import org.customactions.support.Metrics;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An execution's row where the caller or the database goes away. */
@Full
@QuarkusTest
@TestProfile(Impatient.class)
class RecordFaultsQuarkusTest {

    private static final String LATE = "custom_actions_history_unwritten_total{fate=\"late\"}";
    private static final String LOST = "custom_actions_history_unwritten_total{fate=\"lost\"}";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final UUID organization = UUID.randomUUID();
    private final String agent = Tokens.agent(organization).sign();
    private final Hook slow = Hook.answering(okJson("{}").withFixedDelay(1_500));

    @AfterEach
    void recover() {
        ServiceResource.databaseProxy().restore();
        Patience.await().until(() -> Api.as(agent).get("/api/custom-actions").statusCode() == 200);
    }

    @Test
    void shouldEndTheRowOfACallerWhoHungUp() throws IOException {
        try (var silent = new SilentUpstream()) {
            try (var client = HangUpQuarkusTest.click(organization, silent.url())) {
                assertThat(client.isConnected()).isTrue();
                Patience.await().until(() -> silent.calls() == 1);
            }

            Patience.await().until(() -> row().get("success") != null);
        }
        assertThat(row())
                .containsEntry("success", false)
                .containsEntry("message", "The caller hung up before the action had ended, so its outcome is unknown");
    }

    @Test
    void shouldAnswerWithoutTheDatabaseAndEndTheRowOnceItIsBack() throws Exception {
        var metrics = new Metrics(management);
        var late = metrics.value(LATE);
        var execution = clickAndCutTheDatabase(Map.of("url", slow.url()));

        execution
                .get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .statusCode(200)
                .body("data.success", is(true));

        assertThat(row()).containsEntry("success", null);
        assertThat(metrics.value(LATE)).isEqualTo(late + 1);
        ServiceResource.databaseProxy().restore();
        Patience.await().until(() -> row().get("success") != null);
        assertThat(row()).containsEntry("success", true).containsEntry("http_status", 200);
    }

    /** The link would lead nowhere, so the agent is told of a failure, and so is whoever reads the history. */
    @Test
    void shouldEndTheRowOfAnExecutionWhoseLinkCouldNotBeStored() throws Exception {
        var execution =
                clickAndCutTheDatabase(Map.of("url", slow.url(), "result", Map.of("url", "https://a.example/")));

        execution.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS).statusCode(503);

        ServiceResource.databaseProxy().restore();
        Patience.await().until(() -> row().get("success") != null);
        assertThat(row())
                .containsEntry("success", false)
                .hasEntrySatisfying(
                        "message",
                        message -> assertThat(message)
                                .asString()
                                .startsWith("The service failed while the action was running"));
    }

    @Test
    void shouldCountAnEndThatIsLostForGood() throws Exception {
        var metrics = new Metrics(management);
        var lost = metrics.value(LOST);
        var execution = clickAndCutTheDatabase(Map.of("url", slow.url()));

        execution
                .get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .statusCode(200)
                .body("data.success", is(true));

        Patience.await().until(() -> metrics.value(LOST) == lost + 1);
        assertThat(row()).containsEntry("success", null);
    }

    @Test
    void shouldExecuteNothingWhoseRowCannotBeStored() {
        var action = Api.createAction(organization, "webhook", Map.of("url", slow.url()));
        var contact = Api.createContact(organization, Map.of());
        ServiceResource.database().execute("alter table custom_action_executions rename to away");
        try {
            Api.execute(agent, action, contact).statusCode(500);
        } finally {
            ServiceResource.database().execute("alter table away rename to custom_action_executions");
        }

        assertThat(slow.requests()).isEmpty();
    }

    @Test
    void shouldExecuteNothingWithoutTheDatabase() {
        var action = Api.createAction(organization, "webhook", Map.of("url", slow.url()));
        var contact = Api.createContact(organization, Map.of());
        ServiceResource.databaseProxy().cut();

        Api.execute(agent, action, contact).statusCode(503);

        assertThat(slow.requests()).isEmpty();
    }

    /** A click that is under way when the database is cut off. */
    private CompletableFuture<ValidatableResponse> clickAndCutTheDatabase(Map<String, Object> config) {
        var action = Api.createAction(organization, "webhook", config);
        var contact = Api.createContact(organization, Map.of());
        var execution = CompletableFuture.supplyAsync(() -> Api.execute(agent, action, contact));
        Patience.await().until(() -> !slow.requests().isEmpty());
        ServiceResource.databaseProxy().cut();
        return execution;
    }

    private Map<String, Object> row() {
        var rows = ServiceResource.database()
                .query(
                        "select success, message, http_status from custom_action_executions where organization_id = ?",
                        organization);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
