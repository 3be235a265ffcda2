package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An action that is deleted or changed while it runs ends as it began. */
@Full
@QuarkusTest
class DeletionWhileRunningQuarkusTest {

    private static final String ACTION = "/api/custom-actions/{id}";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private Hook hook;
    private UUID contact;
    private UUID action;

    @BeforeEach
    void create() {
        hook = Hook.answering(okJson("{\"id\":7}").withFixedDelay(2_000));
        contact = Api.createContact(organization, Map.of());
        action = Api.createAction(
                organization,
                "webhook",
                Map.of("url", hook.url(), "result", Map.of("toast", "Ticket {{response.id}}")));
    }

    @Test
    void shouldLetAWebhookEndWhoseActionIsDeleted() throws Exception {
        var execution = underWay();

        Api.as(manager).delete(ACTION, action).then().statusCode(200);

        assertThat(execution).isNotDone();
        expectSuccess(execution);
        expectCompletedHistory();
        Api.execute(manager, action, contact).statusCode(404);
    }

    @Test
    void shouldFinishARunningWebhookUnchangedByAnUpdate() throws Exception {
        var execution = underWay();

        Api.as(manager)
                .body(Map.of("action_type", "url", "config", Map.of("url", "tel:1"), "is_active", false))
                .put(ACTION, action)
                .then()
                .statusCode(200);

        assertThat(execution).isNotDone();
        expectSuccess(execution);
        expectCompletedHistory();
        Api.execute(manager, action, contact).statusCode(400);
    }

    private CompletableFuture<ValidatableResponse> underWay() {
        var execution = CompletableFuture.supplyAsync(() -> Api.execute(manager, action, contact));
        await().until(() -> !hook.requests().isEmpty());
        return execution;
    }

    private static void expectSuccess(CompletableFuture<ValidatableResponse> execution) throws Exception {
        execution
                .get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .statusCode(200)
                .body("data.success", is(true))
                .body("data.toast.message", equalTo("Ticket 7"));
    }

    private void expectCompletedHistory() {
        Api.as(manager)
                .get(ACTION + "/executions", action)
                .then()
                .statusCode(200)
                .body("data.executions", hasSize(1))
                .body("data.executions.success", equalTo(List.of(true)))
                .body("data.executions.action_type", equalTo(List.of("webhook")))
                .body("data.executions.http_status", equalTo(List.of(200)));
    }
}
