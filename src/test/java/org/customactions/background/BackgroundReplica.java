package org.customactions.background;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.PackagedManager;
import org.customactions.support.PackagedService;
import org.customactions.support.Planted;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;

/** A packaged replica that sends webhooks in the background for one organization, and a manager's calls to it. */
record BackgroundReplica(PackagedService service) implements AutoCloseable {

    private static final UUID ORGANIZATION = UUID.randomUUID();

    static BackgroundReplica start(TestDatabase database) {
        return start(database, Map.of());
    }

    static BackgroundReplica start(TestDatabase database, Map<String, String> settings) {
        var environment = new HashMap<>(database.environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.put("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        environment.put("CUSTOM_ACTIONS_SECRETS_KEY", Planted.encryptionKey(1));
        environment.putAll(settings);
        return new BackgroundReplica(PackagedService.startReady(environment));
    }

    RequestSpecification manager() {
        return calling().request();
    }

    private PackagedManager calling() {
        return new PackagedManager(service::url, Tokens.manager(ORGANIZATION).sign());
    }

    String action(String url) {
        return action(Map.of("url", url));
    }

    String action(Map<String, Object> config) {
        var background = new HashMap<>(config);
        background.put("background", true);
        return manager()
                .body(Map.of("name", "Count", "action_type", "webhook", "config", background))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    UUID contact() {
        return calling().createContact();
    }

    Response click(String action, UUID contact) {
        return calling().click(action, contact);
    }

    @Override
    public void close() {
        service.close();
    }
}
