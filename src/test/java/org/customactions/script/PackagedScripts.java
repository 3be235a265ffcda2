package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.customactions.script.ScriptOutcome.Completed;
import org.customactions.script.ScriptOutcome.Failed;
import org.customactions.script.ScriptOutcome.Stopped;
import org.customactions.support.Api;
import org.customactions.support.PackagedService;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;

/** The packaged service on a database of its own, and an organization that saves and clicks scripts there. */
record PackagedScripts(PackagedService service, UUID organization, UUID contact) implements AutoCloseable {

    /** Unless the service is told otherwise. */
    static final Duration TIMEOUT = Duration.ofSeconds(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /**
     * How a click was answered.
     *
     * @param body the whole of it
     * @param took from the request to the answer
     */
    record Answer(int status, JsonNode body, Duration took) {

        private static final String ERROR = "JavaScript error: ";
        private static final String STOPPED = "JavaScript stopped: ";

        ScriptOutcome outcome() {
            var data = body.get("data");
            if (data.get("success").asBoolean()) {
                return new Completed(data.path("data").path("result"), List.of());
            }
            var message = data.get("message").asText();
            if (message.startsWith(STOPPED)) {
                return new Stopped(message.substring(STOPPED.length()), List.of());
            }
            assertThat(message).startsWith(ERROR);
            return new Failed(message.substring(ERROR.length()), OptionalInt.empty(), List.of());
        }
    }

    static PackagedScripts start(Map<String, String> settings, String... machineOptions) {
        var environment = new HashMap<>(TestDatabase.createDatabase().environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.putAll(settings);
        return on(PackagedService.startAsDeployed(environment, machineOptions));
    }

    /** Another organization of the same service. */
    PackagedScripts another() {
        return on(service);
    }

    Response save(String code) {
        return Api.as(Tokens.manager(organization).sign())
                .baseUri(service.url())
                .body(Map.of("name", "Script", "action_type", "javascript", "config", Map.of("code", code)))
                .post("/api/custom-actions");
    }

    UUID saved(String code) {
        return UUID.fromString(save(code).then().statusCode(201).extract().path("data.id"));
    }

    CompletableFuture<Answer> click(UUID action) {
        var path = "/api/custom-actions/%s/execute".formatted(action);
        var token = Tokens.agent(organization).claim("organization_name", "Acme");
        var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", "Bearer " + token.sign())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"contact_id\":\"%s\"}".formatted(contact)))
                .build();
        long start = System.nanoTime();
        return CLIENT.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(response -> {
            var took = Duration.ofNanos(System.nanoTime() - start);
            try {
                return new Answer(response.statusCode(), JSON.readTree(response.body()), took);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        service.close();
    }

    /** An organization of a service that has been started. */
    static PackagedScripts on(PackagedService service) {
        var organization = UUID.randomUUID();
        var contact = UUID.randomUUID();
        Api.as(Tokens.manager(organization).sign())
                .baseUri(service.url())
                .body(Map.of("phone_number", "1", "name", "Ann", "tags", new String[] {"vip"}))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        return new PackagedScripts(service, organization, contact);
    }
}
