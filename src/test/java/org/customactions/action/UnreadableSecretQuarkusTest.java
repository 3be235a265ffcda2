package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.ServiceResource;
import org.customactions.support.StoredConfig;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Secrets that cannot be decrypted where they stand: managers read a mask and can send it back, nothing is lost by it.
 */
@QuarkusTest
class UnreadableSecretQuarkusTest {

    private static final String MASK = "********";
    private static final String VALUE = Planted.text("of another action");
    private static final String READABLE = Planted.text("of this action");
    private static final Map<String, String> SHOWN = Map.of("X-Copied", MASK, "X-Own", READABLE);

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private UUID action;
    private JsonNode stored;

    /** A header's value and a signing secret that were copied from another action. */
    @BeforeEach
    void copySecrets() {
        var other = create(Map.of("X-Copied", VALUE));
        action = create(Map.of("X-Own", READABLE));
        var config = (ObjectNode) stored(action);
        config.withObject("/headers").set("X-Copied", stored(other).at("/headers/X-Copied"));
        config.set("signing_secret", stored(other).path("signing_secret"));
        StoredConfig.put(ServiceResource.database(), action, config.toString());
        stored = stored(action);
    }

    @Test
    void shouldMaskWhatCannotBeReadForAManager() {
        var answer = Api.as(manager).get(ACTION, action).then();

        answer.statusCode(200).body("data.config.headers", equalTo(SHOWN)).body("data.config.signing_secret", is(MASK));
        Api.as(manager)
                .get(ACTIONS)
                .then()
                .statusCode(200)
                .body("data.custom_actions.find { it.id == '%s' }.config.headers".formatted(action), equalTo(SHOWN));
    }

    @Test
    void shouldKeepStoredValuesForMasks() {
        var read = Api.as(manager).get(ACTION, action).path("data.config");

        update(Map.of("config", read)).statusCode(200).body("data.config.headers", equalTo(SHOWN));

        assertThat(stored(action)).isEqualTo(stored);
    }

    @Test
    void shouldNotTakeAMaskForAChange() {
        Map<String, Object> before = Api.as(manager).get(ACTION, action).path("data");

        update(Map.of("config", before.get("config")))
                .statusCode(200)
                .body("data.updated_at", is(before.get("updated_at")));
    }

    @Test
    void shouldKeepWhatIsStoredWhenAnotherFieldChanges() {
        update(Map.of("name", "Renamed", "is_active", false)).statusCode(200).body("data.name", is("Renamed"));

        assertThat(stored(action)).isEqualTo(stored);
    }

    @Test
    void shouldKeepAMaskedHeaderWhenItsNameIsSpelledDifferently() {
        var headers = Map.of("x-copied", MASK, "X-Own", "changed", "X-New", "new");

        update(Map.of("config", Map.of("url", "https://b.example/", "headers", headers)))
                .statusCode(200)
                .body("data.config.headers", equalTo(headers));

        assertThat(stored(action).at("/headers/x-copied")).isEqualTo(stored.at("/headers/X-Copied"));
        assertThat(stored(action).has("signing_secret")).isFalse();
    }

    @Test
    void shouldTakeANewValue() {
        var headers = Map.of("X-Copied", Planted.text("new"));

        update(Map.of("config", Map.of("url", "https://b.example/", "headers", headers)))
                .statusCode(200)
                .body("data.config.headers", equalTo(headers));
    }

    @Test
    void shouldRefuseAMaskForAnotherHeader() {
        var headers = Map.of("X-Other", MASK);

        update(Map.of("config", Map.of("url", "https://b.example/", "headers", headers)))
                .statusCode(400)
                .body("errors[0].field", is("config.headers.X-Other"));
    }

    private ValidatableResponse update(Map<String, Object> fields) {
        return Api.as(manager).body(fields).put(ACTION, action).then();
    }

    private UUID create(Map<String, String> headers) {
        return Api.createAction(
                organization,
                "webhook",
                Map.of("url", "https://a.example/", "headers", headers, "signing_secret", Planted.SIGNING_SECRET));
    }

    private static JsonNode stored(UUID action) {
        return StoredConfig.of(ServiceResource.database(), action);
    }
}
