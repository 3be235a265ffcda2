package org.customactions.startup;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.customactions.support.Api;
import org.customactions.support.DatabaseProxy;
import org.customactions.support.LoggedRecord;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.Receiver;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One life of the service: it starts before its database does, and stops while it has something to do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeCycleIT {

    private static final int SLOW_MILLIS = 3_000;
    private static final UUID ORGANIZATION = UUID.randomUUID();

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static DatabaseProxy proxy;
    private static Receiver receiver;
    private static PackagedService service;

    @BeforeAll
    static void startWithoutADatabase() {
        proxy = DatabaseProxy.start(DATABASE.host(), DATABASE.port());
        proxy.cut();
        receiver = Receiver.start();
        var environment = new HashMap<>(DATABASE.environment(proxy.host(), proxy.port()));
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.rsaPublicKeyLocation().toString());
        environment.put("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        service = PackagedService.start(environment);
        await().until(() -> service.readiness() != -1 || !service.isRunning());
    }

    @AfterAll
    static void stop() {
        service.close();
        receiver.close();
        proxy.close();
    }

    @Test
    @Order(1)
    void shouldBeUpButNotReadyWithoutADatabase() {
        assertThat(health("live")).isEqualTo(200);
        assertThat(health("ready")).isEqualTo(503);
        assertThat(health("started")).isEqualTo(503);
        list().statusCode(503)
                .header("Retry-After", matchesPattern("[1-9][0-9]*"))
                .body("status", equalTo("error"))
                .body("error_type", equalTo("unavailable"));
    }

    @Test
    @Order(2)
    void shouldMigrateAndServeOnceTheDatabaseIsThere() {
        proxy.restore();

        await().until(() -> health("ready") == 200);

        assertThat(health("started")).isEqualTo(200);
        list().statusCode(200).body("data.total", equalTo(0));
    }

    @Test
    @Order(3)
    void shouldVerifyWithTheRsaKeyAlone() {
        var answer = Api.as(Tokens.manager(ORGANIZATION).sign())
                .baseUri(service.url())
                .get("/api/custom-actions");

        answer.then().statusCode(401);
    }

    @Test
    @Order(4)
    void shouldFinishAWebhookThatIsUnderWayWhenItIsAskedToStop() throws Exception {
        receiver.server()
                .stubFor(post("/slow").willReturn(okJson("{\"done\":true}").withFixedDelay(SLOW_MILLIS)));
        var action = createAction(receiver.url("/slow"));
        var contact = UUID.randomUUID();
        request()
                .body(Map.of("phone_number", "1"))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        var execution = CompletableFuture.supplyAsync(
                () -> request().body(Map.of("contact_id", contact)).post("/api/custom-actions/{id}/execute", action));
        try (var client = clickWithAKey(action, contact)) {
            assertThat(client.isConnected()).isTrue();
            await().until(() -> receiver.requests("/slow").size() == 2);
        }

        service.terminate();

        execution
                .get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .then()
                .statusCode(200)
                .body("data.success", equalTo(true))
                .body("data.data.done", equalTo(true));
        assertThat(service.awaitExit()).isIn(0, 143);
        assertThat(DATABASE.query("select success, http_status from custom_action_executions"))
                .hasSize(2)
                .containsOnly(Map.of("success", true, "http_status", 200));
        assertThat(service.logged()).filteredOn(LoggedRecord::isError).isEmpty();
        // Newer Java machines warn of libraries on standard error.
        assertThat(service.outputLines())
                .filteredOn(line -> !line.startsWith("WARNING: "))
                .hasSameSizeAs(service.logged());
    }

    /** A click whose caller can hang up, and that goes on then. */
    private static Socket clickWithAKey(String action, UUID contact) throws IOException {
        var body = "{\"contact_id\":\"%s\"}".formatted(contact);
        var request = String.join(
                "\r\n",
                "POST /api/custom-actions/%s/execute HTTP/1.1".formatted(action),
                "Host: localhost",
                "Authorization: Bearer " + Tokens.manager(ORGANIZATION).signRs256(),
                "Content-Type: application/json",
                "Idempotency-Key: key",
                "Content-Length: " + body.length(),
                "",
                body);
        var client = new Socket("127.0.0.1", URI.create(service.url()).getPort());
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static String createAction(String url) {
        return request()
                .body(Map.of("name", "Slow", "action_type", "webhook", "config", Map.of("url", url)))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private static ValidatableResponse list() {
        return request().get("/api/custom-actions").then();
    }

    private static int health(String check) {
        return RestAssured.get(service.managementUrl() + "/q/health/" + check).statusCode();
    }

    private static RequestSpecification request() {
        return Api.as(Tokens.manager(ORGANIZATION).signRs256()).baseUri(service.url());
    }
}
