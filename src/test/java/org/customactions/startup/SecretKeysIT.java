package org.customactions.startup;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.LoggedRecord;
import org.customactions.support.PackagedService;
import org.customactions.support.Planted;
import org.customactions.support.Receiver;
import org.customactions.support.SigningKeys;
import org.customactions.support.StoredConfig;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys that are set, lost, found and replaced, with the service as production runs it. */
@Full
class SecretKeysIT {

    private static final String KEY = "CUSTOM_ACTIONS_SECRETS_KEY";
    private static final String PREVIOUS_KEYS = "CUSTOM_ACTIONS_SECRETS_PREVIOUS_KEYS";
    private static final String OLD = Planted.encryptionKey(1);
    private static final String NEW = Planted.encryptionKey(2);
    private static final String SHARED = Planted.text("shared");
    private static final String VALUE = Planted.text("Bearer 0123");
    private static final String HEADER = "data.config.headers.Authorization";
    private static final String REENCRYPT = "reencrypt-secrets";

    private static final String SEED = """
            insert into custom_actions (id, created_at, updated_at, organization_id, name, icon, action_type, config,
                                        is_active, display_order)
            select gen_random_uuid(), now(), now(), ?, 'Seeded ' || n, '', 'webhook', jsonb_build_object(
                'url', 'https://a.example/', 'headers', jsonb_build_object('Authorization', '%s' || n)), true, 0
            from generate_series(1, 500) n
            """.formatted(Planted.text("seeded-"));

    private final TestDatabase database = TestDatabase.createDatabase();
    private final Receiver receiver = Receiver.start();
    private final UUID organization = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Full
    @Test
    void shouldWarnOnceWithoutAKey() {
        try (var service = start(Map.of())) {
            var action = create(service);

            assertThat(stored(action).at("/headers/Authorization").textValue()).isEqualTo(VALUE);
            manager(service)
                    .body(Map.of("config", Map.of("url", "https://a.example/", "background", true)))
                    .put("/api/custom-actions/{id}", action)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", is("config.background"));
            assertThat(warnings(service))
                    .containsExactly(
                            "custom-actions.secrets.key is not set, so header values and signing secrets are stored"
                                    + " unencrypted; set it to 32 random bytes in base64");
        }
    }

    @Full
    @Test
    void shouldNotWarnWithAKey() {
        try (var service = start(Map.of(KEY, OLD))) {
            create(service);

            assertThat(warnings(service)).isEmpty();
        }
    }

    @Full
    @Test
    void shouldReportALostKeyAndLoseNoSecretUntilItIsBack() {
        UUID action;
        String tag;
        try (var service = start(Map.of(KEY, OLD))) {
            action = create(service);
            tag = manager(service).get("/api/custom-actions").header("ETag");
        }

        try (var service = start(Map.of())) {
            execute(service, action, false);
            manager(service)
                    .header("If-None-Match", tag)
                    .get("/api/custom-actions")
                    .then()
                    .statusCode(200)
                    .body("data.custom_actions[0].config.headers.Authorization", is("********"));
            Object read =
                    manager(service).get("/api/custom-actions/{id}", action).path("data.config");
            manager(service)
                    .body(Map.of("name", "Renamed", "config", read))
                    .put("/api/custom-actions/{id}", action)
                    .then()
                    .statusCode(200)
                    .body(HEADER, is("********"));

            assertThat(service.logged())
                    .filteredOn(LoggedRecord::isError)
                    .extracting(LoggedRecord::message)
                    .singleElement()
                    .asString()
                    .contains(
                            keyId(action),
                            action.toString(),
                            "The secret headers.",
                            "custom-actions.secrets.key is not set");
        }

        try (var service = start(Map.of(KEY, OLD))) {
            execute(service, action, true);
        }
    }

    /** The order of docs/operations.md: replicas learn the new key, then write with it, then all is rewritten. */
    @Full
    @Test
    void shouldReplaceAKeyBesideRunningServices() {
        UUID before;
        UUID deleted;
        UUID written;
        try (var service = start(Map.of(KEY, OLD));
                var next = start(Map.of(KEY, OLD, PREVIOUS_KEYS, NEW));
                var last = start(Map.of(KEY, NEW, PREVIOUS_KEYS, OLD))) {
            before = create(service);
            deleted = create(service);
            manager(service).delete("/api/custom-actions/{id}", deleted).then().statusCode(200);
            written = create(last);

            execute(next, written, true);
            execute(next, before, true);
            execute(last, before, true);
        }

        assertThat(reencrypt(Map.of(KEY, NEW, PREVIOUS_KEYS, OLD), 0))
                .anyMatch(line -> line.contains("The secrets of 2 actions were encrypted anew, and 1 secrets of"));
        assertThat(List.of(keyId(before), keyId(deleted))).containsOnly(keyId(written));
        try (var service = start(Map.of(KEY, NEW))) {
            execute(service, before, true);
            execute(service, written, true);
        }
        assertThat(reencrypt(Map.of(KEY, NEW), 0))
                .anyMatch(line -> line.contains("The secrets of 0 actions were encrypted anew, and 0 secrets of"));
    }

    @Full
    @Test
    void shouldLoseNoUpdateThatIsMadeWhileSecretsAreRewritten() throws Exception {
        try (var service = start(Map.of(KEY, NEW))) {
            database.execute(SEED, organization);
            var actions = database.query("select id from custom_actions").stream()
                    .map(row -> (UUID) row.get("id"))
                    .toList();
            var updates = new UpdatesUnderWay(
                    service.url(), Tokens.manager(organization).sign(), actions);

            reencrypt(Map.of(KEY, NEW), 0);
            var expected = updates.stop();

            assertThat(expected).isNotEmpty();
            var rows = new HashMap<UUID, String>();
            for (var action : actions) {
                assertThat(stored(action).toString()).doesNotContain(Planted.text(""));
                rows.put(
                        action,
                        manager(service).get("/api/custom-actions/{id}", action).path(HEADER));
            }
            assertThat(rows).containsAllEntriesOf(expected);
        }
    }

    @Test
    void shouldEncryptPlainSecrets() {
        UUID action;
        try (var service = start(Map.of())) {
            action = create(service);
        }

        reencrypt(Map.of(KEY, NEW), 0);

        assertThat(stored(action).toString()).doesNotContain(Planted.text(""));
        try (var service = start(Map.of(KEY, NEW))) {
            execute(service, action, true);
        }
    }

    @Full
    @Test
    void shouldReportUnreadableSecretsAndLeaveThem() {
        UUID action;
        try (var service = start(Map.of(KEY, OLD))) {
            action = create(service);
        }
        var before = stored(action);

        var output = reencrypt(Map.of(KEY, NEW), 1);

        assertThat(output)
                .anyMatch(line -> line.contains(action.toString()) && line.contains(keyId(action)))
                .contains("4 secrets could not be read and were left as they are; the lines above name them");
        assertThat(stored(action)).isEqualTo(before);
    }

    @Full
    @Test
    void shouldNeedAKeyToReencryptWith() {
        assertThat(reencrypt(Map.of(PREVIOUS_KEYS, OLD), 1))
                .contains("Set custom-actions.secrets.key to the key that secrets are to be encrypted with");
    }

    private PackagedService start(Map<String, String> settings) {
        var environment = new HashMap<>(database.environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.put("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.1");
        environment.putAll(settings);
        return PackagedService.startReady(environment, "-Xmx256m");
    }

    private List<String> reencrypt(Map<String, String> settings, int exitCode) {
        var environment = new HashMap<>(database.environment());
        environment.putAll(settings);
        try (var command = PackagedService.start(environment, REENCRYPT)) {
            assertThat(command.awaitExit()).as(command.output()).isEqualTo(exitCode);
            assertThat(command.outputLines()).noneMatch(line -> line.contains("istening on"));
            return command.outputLines();
        }
    }

    private UUID create(PackagedService service) {
        if (database.queryCount("select count(*) from organization_secrets") == 0) {
            manager(service)
                    .body(Map.of("value", SHARED))
                    .put("/api/secrets/shared")
                    .then()
                    .statusCode(201);
        }
        var config = Map.of(
                "url",
                receiver.url("/hook"),
                "headers",
                Map.of("Authorization", VALUE, "X-Shared", "{{secret.shared}}"),
                "signing_secret",
                Planted.SIGNING_SECRET);
        String id = manager(service)
                .body(Map.of("name", "Action", "action_type", "webhook", "config", config))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        return UUID.fromString(id);
    }

    private void execute(PackagedService service, UUID action, boolean works) {
        receiver.reset();
        receiver.server().stubFor(any(urlPathEqualTo("/hook")).willReturn(okJson("{}")));
        manager(service)
                .body(Map.of("phone_number", "1"))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        manager(service)
                .body(Map.of("contact_id", contact))
                .post("/api/custom-actions/{id}/execute", action)
                .then()
                .statusCode(200)
                .body("data.success", is(works));
        assertThat(receiver.requests("/hook"))
                .extracting(request -> request.getHeader("Authorization"))
                .isEqualTo(works ? List.of(VALUE) : List.of());
    }

    private RequestSpecification manager(PackagedService service) {
        return Api.as(Tokens.manager(organization).sign()).baseUri(service.url());
    }

    private JsonNode stored(UUID action) {
        return StoredConfig.of(database, action);
    }

    private String keyId(UUID action) {
        return stored(action).at("/headers/Authorization/key_id").asText();
    }

    private static List<String> warnings(PackagedService service) {
        return service.logged().stream()
                .filter(logged -> logged.json().path("level").asText().equals("WARN"))
                .filter(logged -> logged.json().path("loggerName").asText().contains(".secret."))
                .map(LoggedRecord::message)
                .toList();
    }
}
