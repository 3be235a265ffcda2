package org.customactions.support;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Requests to the running service, each checked against its OpenAPI document. */
public final class Api {
    private Api() {}

    /** A JSON request with a bearer token; redirects are answers, not followed. */
    public static RequestSpecification as(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A JSON request without a token. */
    public static RequestSpecification anonymous() {
        return RestAssured.given()
                .filter(new OpenApiConformance())
                .contentType(ContentType.JSON)
                .redirects()
                .follow(false);
    }

    /** Puts a contact under a new id; a phone number is there unless the fields bring another. */
    public static UUID createContact(UUID organizationId, Map<String, Object> fields) {
        UUID id = UUID.randomUUID();
        Map<String, Object> body = new HashMap<>(Map.of("phone_number", "+1 555 0100"));
        body.putAll(fields);
        as(Tokens.manager(organizationId).sign())
                .body(body)
                .put("/api/contacts/{id}", id)
                .then()
                .statusCode(200);
        return id;
    }

    /** Creates an action as a manager. */
    public static UUID createAction(UUID organizationId, String type, Map<String, Object> config) {
        String id = as(Tokens.manager(organizationId).sign())
                .body(Map.of("name", "Action", "action_type", type, "config", config))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        return UUID.fromString(id);
    }

    /** Executes an action for a contact. */
    public static ValidatableResponse execute(String token, UUID action, UUID contact) {
        return as(token)
                .body(Map.of("contact_id", contact))
                .post("/api/custom-actions/{id}/execute", action)
                .then();
    }
}
