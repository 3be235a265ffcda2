package org.customactions.support;

import static io.restassured.RestAssured.given;

import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Requests to the running service, each checked against its OpenAPI document. */
public final class Api {
    private static final OpenApiConformance CONFORMANCE = new OpenApiConformance();
    private static final WrittenAnswers WRITTEN = new WrittenAnswers();

    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .redirect(RedirectConfig.redirectConfig().followRedirects(false))
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", (int) Patience.LIMIT.toMillis())
                    .setParam("http.socket.timeout", (int) Patience.LIMIT.toMillis()));

    private Api() {}

    /** A request with a bearer token and a JSON content type; redirects are not followed. */
    public static RequestSpecification as(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A request without a token, otherwise as {@link #as(String)}. */
    public static RequestSpecification anonymous() {
        return given().config(CONFIG).filters(CONFORMANCE, WRITTEN).contentType(ContentType.JSON);
    }

    /** Puts a contact into the organization's directory; its phone number is +1 555 0100 unless the fields name one. */
    public static UUID createContact(UUID organizationId, Map<String, Object> fields) {
        UUID id = UUID.randomUUID();
        Map<String, Object> contact = new HashMap<>(Map.of("phone_number", "+1 555 0100"));
        contact.putAll(fields);
        as(Tokens.manager(organizationId).sign())
                .body(contact)
                .put("/api/contacts/{id}", id)
                .then()
                .statusCode(200);
        return id;
    }

    /** Creates an active action of the given type. */
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

    /** The agent's click, whatever it is answered with. */
    public static ValidatableResponse execute(String token, UUID action, UUID contact) {
        return as(token)
                .body(Map.of("contact_id", contact.toString()))
                .post("/api/custom-actions/{id}/execute", action)
                .then();
    }
}
