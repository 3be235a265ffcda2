package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.ServiceResource;
import org.customactions.support.StoredConfig;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets of actions in the database of a service that has a key: encrypted by every write, also those from before. */
@QuarkusTest
class StoredSecretsQuarkusTest {

    private static final String VALUE = Planted.text("Bearer 0123");
    private static final Map<String, Object> CONFIG = Map.of(
            "url",
            "https://a.example/",
            "method",
            "POST",
            "body",
            "",
            "headers",
            Map.of("Authorization", VALUE, "X-Empty", ""),
            "signing_secret",
            Planted.SIGNING_SECRET);
    private static final String PLAIN = """
            {"url":"https://a.example/","method":"POST","body":"","headers":{"Authorization":"%s","X-Empty":""},\
            "signing_secret":"%s"}""".formatted(VALUE, Planted.SIGNING_SECRET);

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private UUID action;

    @BeforeEach
    void createAction() {
        action = Api.createAction(organization, "webhook", CONFIG);
    }

    @Test
    void shouldStoreHeaderValuesAndSigningSecretsEncrypted() {
        var stored = stored();

        assertEncrypted(stored);
        assertThat(stored.path("url").asText()).isEqualTo("https://a.example/");
        Api.as(manager).get(ACTION, action).then().body("data.config", equalTo(CONFIG));
    }

    @Test
    void shouldReadPlainValuesFromBefore() {
        StoredConfig.put(ServiceResource.database(), action, PLAIN);

        var answer = Api.as(manager).get(ACTION, action).then();

        answer.statusCode(200).body("data.config", equalTo(CONFIG));
    }

    static Stream<Map<String, Object>> updates() {
        return Stream.of(Map.of(), Map.of("name", "Renamed"), Map.of("config", CONFIG), Map.of("is_active", false));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void shouldEncryptPlainValuesAtTheNextWrite(Map<String, Object> update) {
        StoredConfig.put(ServiceResource.database(), action, PLAIN);

        update(update).statusCode(200).body("data.config", equalTo(CONFIG));

        assertEncrypted(stored());
    }

    @ParameterizedTest
    @MethodSource("updates")
    void shouldLeaveAValueThatDoesNotChangeAsItIsToTheByte(Map<String, Object> update) {
        var before = stored();

        update(update).statusCode(200);

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void shouldEncryptOnlyWhatChangesAnew() {
        var before = stored();
        var changed = Map.of("Authorization", "********", "X-Empty", Planted.text("new"));

        update(Map.of("config", Map.of("url", "https://a.example/", "headers", changed)))
                .statusCode(200)
                .body("data.config.headers.Authorization", is(VALUE))
                .body("data.config.headers.X-Empty", is(Planted.text("new")));

        assertThat(stored().at("/headers/Authorization")).isEqualTo(before.at("/headers/Authorization"));
        assertThat(stored().at("/headers/X-Empty")).isNotEqualTo(before.at("/headers/X-Empty"));
        assertThat(stored().toString()).doesNotContain(Planted.text(""));
    }

    @Test
    void shouldRecordNoChangeWhenAPlainValueIsEncrypted() {
        StoredConfig.put(ServiceResource.database(), action, PLAIN);
        String before = Api.as(manager).get(ACTION, action).path("data.updated_at");

        update(Map.of("config", CONFIG)).statusCode(200).body("data.updated_at", is(before));
    }

    @Test
    void shouldStoreAValueThatLooksEncryptedAsTextOfItsOwn() {
        var text = stored().at("/headers/Authorization").toString();

        update(Map.of("config", Map.of("url", "https://a.example/", "headers", Map.of("Authorization", text))))
                .statusCode(200)
                .body("data.config.headers.Authorization", is(text));
    }

    @Test
    void shouldRefuseAnEncryptedValueFromAClient() {
        var value = Map.of(
                "key_id", stored().at("/headers/Authorization/key_id").asText(),
                "encrypted", stored().at("/headers/Authorization/encrypted").asText());

        update(Map.of("config", Map.of("url", "https://a.example/", "headers", Map.of("Authorization", value))))
                .statusCode(400)
                .body("errors[0].field", is("config.headers.Authorization"));
    }

    private JsonNode stored() {
        return StoredConfig.of(ServiceResource.database(), action);
    }

    private static void assertEncrypted(JsonNode config) {
        assertThat(List.of(
                        config.at("/headers/Authorization"),
                        config.at("/headers/X-Empty"),
                        config.path("signing_secret")))
                .allSatisfy(value -> {
                    assertThat(value.path("key_id").asText()).matches("[0-9a-f]{16}");
                    assertThat(value.path("encrypted").asText()).hasSizeGreaterThanOrEqualTo(38);
                });
        assertThat(config.toString()).doesNotContain(VALUE, Planted.SIGNING_SECRET);
    }

    private ValidatableResponse update(Map<String, Object> fields) {
        return Api.as(manager).body(fields).put(ACTION, action).then();
    }
}
