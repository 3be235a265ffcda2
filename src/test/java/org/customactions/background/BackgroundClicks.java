package org.customactions.background;

import static org.customactions.support.Patience.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;

/** Clicks of one organization on webhooks in the background. */
final class BackgroundClicks {

    static final String EXECUTIONS = "/api/custom-actions/executions/{id}";

    final UUID organization = UUID.randomUUID();
    final String agent = Tokens.agent(organization).sign();
    final String manager = Tokens.manager(organization).sign();
    final UUID contact = Api.createContact(organization, Map.of("name", "Zoë"));

    UUID action(String url, Map<String, Object> more) {
        var config = new HashMap<>(more);
        config.put("url", url);
        config.put("background", true);
        return Api.createAction(organization, "webhook", config);
    }

    /** The id of an execution that was accepted. */
    UUID accepted(UUID action) {
        return UUID.fromString(
                Api.execute(agent, action, contact).statusCode(200).extract().path("data.execution_id"));
    }

    ValidatableResponse state(String token, UUID execution) {
        return Api.as(token).get(EXECUTIONS + "/state", execution).then();
    }

    JsonPath awaitState(UUID execution, String state) {
        await().until(() -> state(agent, execution).extract().path("data.state").equals(state));
        return state(agent, execution).extract().jsonPath();
    }

    /** Waits until so many attempts have ended and it waits for the next one. */
    void awaitAttempts(UUID execution, int attempts) {
        await().until(() -> {
            var data = state(agent, execution).extract().jsonPath();
            return data.getInt("data.attempts") == attempts && data.get("data.next_attempt_at") != null;
        });
    }

    /** Lets the next attempt come at once. */
    static void hurry(UUID execution) {
        ServiceResource.database()
                .execute(
                        "update background_executions set due_at = now() where execution_id = ? and due_at is not null"
                                + " and not under_way",
                        execution);
    }
}
