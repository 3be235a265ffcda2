package org.customactions.background;

import static org.customactions.support.Patience.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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

    /** How it stands once it waits for another attempt. */
    JsonPath awaitNext(UUID execution) {
        var states = new AtomicReference<JsonPath>();
        await().until(() -> {
            states.set(state(agent, execution).extract().jsonPath());
            return states.get().get("data.next_attempt_at") != null
                    && states.get().getInt("data.attempts") > 0;
        });
        return states.get();
    }

    /** Waits until so many attempts have ended; the next one does not come before it is {@link #hurry hurried}. */
    void awaitAttempts(UUID execution, int attempts) {
        await().until(() -> ServiceResource.database()
                        .execute(
                                "update background_executions set due_at = now() + interval '1 hour', is_ready = false"
                                        + " where execution_id = ? and attempts = ? and due_at is not null and not under_way",
                                execution,
                                attempts)
                == 1);
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
