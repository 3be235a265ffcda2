package org.customactions.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A manager of an organization of its own, who calls a {@link PackagedService}.
 *
 * @param url base URL of the service that is up
 */
public record PackagedManager(Supplier<String> url, String token) {

    public PackagedManager(Supplier<String> url) {
        this(url, Tokens.manager(UUID.randomUUID()).sign());
    }

    public RequestSpecification request() {
        return Api.as(token).baseUri(url.get());
    }

    public UUID createContact() {
        var contact = UUID.randomUUID();
        request()
                .body(Map.of("phone_number", "1"))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        return contact;
    }

    public String createAction(String type, Map<String, Object> config) {
        return request()
                .body(Map.of("name", type, "action_type", type, "config", config))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    public Response click(String action, UUID contact) {
        return click(request(), action, contact);
    }

    /** A click that comes with a key. */
    public Response click(String action, UUID contact, String key) {
        return click(request().header("Idempotency-Key", key), action, contact);
    }

    private static Response click(RequestSpecification request, String action, UUID contact) {
        return request.body(Map.of("contact_id", contact)).post("/api/custom-actions/{id}/execute", action);
    }
}
