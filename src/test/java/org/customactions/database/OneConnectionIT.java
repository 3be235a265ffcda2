package org.customactions.database;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.PackagedManager;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who has one connection for the service, as of a small hosted PostgreSQL, has a service that works. */
@Full
class OneConnectionIT {

    private static final PackagedManager MANAGER = new PackagedManager(() -> OneConnectionIT.service.url());
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
        var contact = MANAGER.createContact();
        var actions = List.of(
                MANAGER.createAction("url", Map.of("url", "https://example.com/")),
                MANAGER.createAction("javascript", Map.of("code", "return {clipboard: contact.name}")));

        Concurrently.times(
                CROWD,
                Patience.LIMIT,
                i -> MANAGER.click(actions.get(i % actions.size()), contact, "key-" + i)
                        .then()
                        .statusCode(200)
                        .body("data.success", is(true)));

        actions.forEach(action -> MANAGER.request()
                .get("/api/custom-actions/{id}/executions", action)
                .then()
                .statusCode(200)
                .body("data.executions", hasSize(CROWD / actions.size())));
        MANAGER.request().get("/api/custom-actions").then().statusCode(200).body("data.total", is(actions.size()));
    }
}
