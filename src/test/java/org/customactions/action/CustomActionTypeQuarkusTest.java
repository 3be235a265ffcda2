package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.customactions.action.ActionBodies.SCRIPT_CONFIG;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates of the config and the type it belongs to. */
@QuarkusTest
class CustomActionTypeQuarkusTest {
    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private UUID id;

    @BeforeEach
    void createAction() {
        id = Api.createAction(organization, "url", LINK_CONFIG);
    }

    @Test
    void shouldRefuseAnotherTypeWithoutAConfig() {
        var before = read();

        var answer = update(Map.of("action_type", "javascript"));

        answer.spec(Refusals.field("config", "Config is required when the action type changes"));
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void shouldRefuseAnotherTypeWithAConfigThatDoesNotFitIt() {
        var before = read();

        var answer = update(Map.of("action_type", "webhook", "config", Map.of("url", "tel:1")));

        answer.spec(Refusals.field("config.url", "must start with http"));
        assertThat(read()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"webhook, https://example.com/", "url, tel:1"})
    void shouldTakeAnotherTypeWithAConfigThatFitsIt(String type, String url) {
        var script = Api.createAction(organization, "javascript", SCRIPT_CONFIG);

        var answer = Api.as(manager)
                .body(Map.of("action_type", type, "config", Map.of("url", url)))
                .put(ACTION, script)
                .then();

        answer.statusCode(200).body("data.action_type", equalTo(type)).body("data.config.url", equalTo(url));
        Api.as(manager).get(ACTION, script).then().body("data.config.code", equalTo(null));
    }

    @Test
    void shouldTakeTheTypeItAlreadyHasWithoutAConfig() {
        var answer = update(Map.of("action_type", "url", "name", "New"));

        answer.statusCode(200)
                .body("data.name", equalTo("New"))
                .body("data.config.url", equalTo(LINK_CONFIG.get("url")));
    }

    @Test
    void shouldJudgeAConfigByTheTypeTheActionHas() {
        var answer = update(Map.of("config", Bodies.with(LINK_CONFIG, "code", "return {}")));

        answer.spec(Refusals.field("config.code", "\"code\" is not a known field"));
    }

    @Test
    void shouldRefuseASyntaxErrorWithoutChangingTheScript() {
        var script = Api.createAction(organization, "javascript", SCRIPT_CONFIG);

        var answer = Api.as(manager)
                .body(Map.of("config", Map.of("code", "return (")))
                .put(ACTION, script)
                .then();

        answer.spec(Refusals.field("config.code", "line 1"));
        Api.as(manager).get(ACTION, script).then().body("data.config", equalTo(SCRIPT_CONFIG));
    }

    private ValidatableResponse update(Map<String, ?> body) {
        return Api.as(manager).body(body).put(ACTION, id).then();
    }

    private Map<String, Object> read() {
        return Api.as(manager).get(ACTION, id).path("data");
    }
}
