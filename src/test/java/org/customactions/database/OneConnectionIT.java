package org.customactions.database;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who has one connection for the service, as of a small hosted PostgreSQL, has a service that works. */
@Full
class OneConnectionIT {

    private static final String MANAGER = Tokens.manager(UUID.randomUUID()).sign();
    private static final int CROWD = 8;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        var environment = new HashMap<>(TestDatabase.createDatabase().environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "1");
        service = PackagedService.startReady(environment);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldListAndExecute() {
        var contact = UUID.randomUUID();
        request()
                .body(Map.of("phone_number", "1"))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        var actions = List.of(
                create("url", Map.of("url", "https://example.com/")),
                create("javascript", Map.of("code", "return {clipboard: contact.name}")));

        Concurrently.times(
                CROWD,
                Patience.LIMIT,
                i -> request()
                        .header("Idempotency-Key", "key-" + i)
                        .body(Map.of("contact_id", contact))
                        .post("/api/custom-actions/{id}/execute", actions.get(i % actions.size()))
                        .then()
                        .statusCode(200)
                        .body("data.success", is(true)));

        actions.forEach(action -> request()
                .get("/api/custom-actions/{id}/executions", action)
                .then()
                .statusCode(200)
                .body("data.executions", hasSize(CROWD / actions.size())));
        request().get("/api/custom-actions").then().statusCode(200).body("data.total", is(actions.size()));
    }

    private static String create(String type, Map<String, Object> config) {
        return request()
                .body(Map.of("name", type, "action_type", type, "config", config))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private static RequestSpecification request() {
        return Api.as(MANAGER).baseUri(service.url());
    }
}
