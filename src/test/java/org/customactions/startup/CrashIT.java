package org.customactions.startup;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.customactions.support.Full;
import org.customactions.support.PackagedManager;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.Receiver;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is left of an execution whose service was killed: the next one tells of it. */
@Full
class CrashIT {

    private static final PackagedManager MANAGER = new PackagedManager(() -> CrashIT.service.url());
    private static final TestDatabase DATABASE = TestDatabase.createDatabase();

    private static Receiver receiver;
    private static PackagedService service;

    @BeforeAll
    static void start() {
        receiver = Receiver.start();
        receiver.server().stubFor(post("/slow").willReturn(okJson("{}").withFixedDelay(2_000)));
        service = PackagedService.startReady(environment());
    }

    @AfterAll
    static void stop() {
        service.close();
        receiver.close();
    }

    @Test
    void shouldReportOutcomeUnknownOnceTheLeaseIsOver() {
        var action = MANAGER.createAction("webhook", Map.of("url", receiver.url("/slow")));
        var contact = MANAGER.createContact();
        var execution = CompletableFuture.supplyAsync(
                () -> MANAGER.click(action, contact, "key").statusCode());
        await().until(() -> !receiver.requests("/slow").isEmpty());

        service.close();

        assertThat(execution).failsWithin(Patience.LIMIT);
        service = PackagedService.startReady(environment());
        assertThat(onlyEntry(action)).containsEntry("success", false).containsEntry("duration_ms", null);
        MANAGER.click(action, contact, "key").then().statusCode(409);
        await().until(() -> onlyEntry(action)
                .get("message")
                .equals("The outcome is unknown: the service ended while the action was running"));
        MANAGER.click(action, contact, "key")
                .then()
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.message", startsWith("The action may have run"));
        assertThat(receiver.requests("/slow")).hasSize(1);
        MANAGER.click(action, contact, "another").then().statusCode(200).body("data.success", is(true));
    }

    /** A lease of 19 s: a run of 13 s and 3 s for the database before and after it. */
    private static Map<String, String> environment() {
        var environment = new HashMap<>(DATABASE.environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.put("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        environment.put("CUSTOM_ACTIONS_WEBHOOK_TIMEOUT", "3S");
        environment.put("CUSTOM_ACTIONS_SCRIPT_MAX_WAIT", "1S");
        environment.put("CUSTOM_ACTIONS_DATABASE_TIMEOUT", "3S");
        return environment;
    }

    private static Map<String, Object> onlyEntry(String action) {
        List<Map<String, Object>> entries = MANAGER.request()
                .get("/api/custom-actions/{id}/executions", action)
                .then()
                .statusCode(200)
                .extract()
                .path("data.executions");
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
