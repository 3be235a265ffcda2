package org.customactions.secret.organization;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Tokens;

/** A manager who keeps secrets in an organization of the test's own. */
public final class SecretCalls {

    static final String SECRETS = "/api/secrets";
    static final String SECRET = SECRETS + "/{name}";

    private final UUID organization;
    private final String manager;

    public SecretCalls(UUID organization) {
        this.organization = organization;
        this.manager = Tokens.manager(organization).sign();
    }

    public ValidatableResponse put(String name, String value) {
        return Api.as(manager).body(Map.of("value", value)).put(SECRET, name).then();
    }

    public ValidatableResponse list() {
        return Api.as(manager).get(SECRETS).then().statusCode(200);
    }

    public ValidatableResponse delete(String name) {
        return Api.as(manager).delete(SECRET, name).then();
    }

    /** Saves a new webhook, whatever that is answered with. */
    public ValidatableResponse save(String name, Map<String, ?> config) {
        return Api.as(manager)
                .body(Map.of("name", name, "action_type", "webhook", "config", config))
                .post("/api/custom-actions")
                .then();
    }

    public UUID webhook(String name, Map<String, ?> config) {
        return UUID.fromString(save(name, config).statusCode(201).extract().path("data.id"));
    }

    public ValidatableResponse update(UUID action, Map<String, ?> fields) {
        return Api.as(manager)
                .body(fields)
                .put("/api/custom-actions/{id}", action)
                .then();
    }

    public ValidatableResponse deleteAction(UUID action) {
        return Api.as(manager).delete("/api/custom-actions/{id}", action).then();
    }

    public ValidatableResponse preview(Map<String, ?> config) {
        return Api.as(manager)
                .body(Map.of("action_type", "webhook", "config", config))
                .post("/api/custom-actions/preview")
                .then();
    }

    /** An agent's click for a contact named Ada. */
    public ValidatableResponse click(UUID action) {
        return Api.execute(
                Tokens.agent(organization).sign(), action, Api.createContact(organization, Map.of("name", "Ada")));
    }

    public ValidatableResponse history(UUID action) {
        return Api.as(manager)
                .get("/api/custom-actions/{id}/executions", action)
                .then()
                .statusCode(200);
    }

    static Map<String, Object> config(String url, String body) {
        return Bodies.with(Map.of("url", url), "body", body);
    }
}
