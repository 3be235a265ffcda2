package org.customactions.execution;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;

/** Clicks on one action for one contact that carry an idempotency key, of an organization of the test's own. */
final class KeyedClicks {

    private final UUID organization = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final String agent = agent(user);
    private final UUID action;
    private final UUID contact = Api.createContact(organization, Map.of("name", "Ada"));

    KeyedClicks(String type, Map<String, Object> config) {
        this.action = Api.createAction(organization, type, config);
    }

    UUID organization() {
        return organization;
    }

    UUID action() {
        return action;
    }

    Response click(String key) {
        return click(key, agent, action, contact);
    }

    Response click(String key, String token, UUID action, UUID contact) {
        return Api.as(token)
                .header("Idempotency-Key", key)
                .body(Map.of("contact_id", contact))
                .post("/api/custom-actions/{id}/execute", action);
    }

    Response clickFor(String key, UUID other) {
        return click(key, agent, action, other);
    }

    Response clickByAnotherUser(String key) {
        return click(key, agent(UUID.randomUUID()), action, contact);
    }

    Response clickOn(String key, UUID other) {
        return click(key, agent, other, contact);
    }

    /** Sends a click and does not wait for its answer. */
    Socket clickAndLeave(String key) throws IOException {
        var body = "{\"contact_id\":\"%s\"}".formatted(contact);
        var request = String.join(
                "\r\n",
                "POST /api/custom-actions/%s/execute HTTP/1.1".formatted(action),
                "Host: localhost",
                "Authorization: Bearer " + agent,
                "Content-Type: application/json",
                "Idempotency-Key: " + key,
                "Content-Length: " + body.length(),
                "",
                body);
        var client = new Socket("localhost", RestAssured.port);
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    long executions() {
        return ServiceResource.database()
                .queryCount("select count(*) from custom_action_executions where organization_id = ?", organization);
    }

    private String agent(UUID user) {
        return Tokens.agent(organization).claim("user_id", user.toString()).sign();
    }
}
