package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.customactions.action.ActionBodies.WEBHOOK_CONFIG;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Planted;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header values are secrets of those who manage. */
@QuarkusTest
class HeaderMaskQuarkusTest {
    private static final String MASK = "********";
    private static final String S3CRET = "Bearer " + Planted.text("s3cret");
    private static final String K3Y = Planted.text("k3y");
    private static final Map<String, String> SECRETS = Map.of("Authorization", S3CRET, "X-Key", K3Y, "X-Empty", "");

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private UUID id;

    @BeforeEach
    void createAction() {
        id = Api.createAction(organization, "webhook", withHeaders(SECRETS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "admin"})
    void shouldShowValuesToThoseWhoManage(String role) {
        var token = Tokens.of(organization).claim("role", role).sign();

        var action = Api.as(token).get(ACTION, id).then();

        action.statusCode(200).body("data.config.headers", equalTo(SECRETS));
        Api.as(token).get(ACTIONS).then().body("data.custom_actions.config.headers", contains(SECRETS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor"})
    void shouldShowNoConfigToEveryoneElse(String role) {
        var token = Tokens.of(organization).claim("role", role).sign();

        var action = Api.as(token).get(ACTION, id).then();

        action.statusCode(200).body("data.config", anEmptyMap());
        Api.as(token).get(ACTIONS).then().body("data.custom_actions.config", contains(anEmptyMap()));
        assertThat(Api.as(token).get(ACTIONS + "?limit=1").asString()).doesNotContain(S3CRET, K3Y, "Authorization");
    }

    @Test
    void shouldShowEveryoneWhetherALinkOpensInANewTab() {
        var agent = Tokens.agent(organization).sign();
        var here =
                Api.createAction(organization, "url", Map.of("url", "https://example.com/", "open_in_new_tab", false));

        Api.as(agent).get(ACTION, here).then().body("data.config", equalTo(Map.of("open_in_new_tab", false)));
        Api.as(agent).get(ACTIONS).then().body("data.custom_actions.config", hasItem(Map.of("open_in_new_tab", false)));
    }

    @Test
    void shouldKeepMaskedHeadersAndReplaceTheOthers() {
        var sent = Map.of("Authorization", MASK, "X-Key", "new", "X-Other", "added");

        var answer = update(sent);

        var expected = Map.of("Authorization", S3CRET, "X-Key", "new", "X-Other", "added");
        answer.statusCode(200).body("data.config.headers", equalTo(expected));
        Api.as(manager).get(ACTION, id).then().body("data.config.headers", equalTo(expected));
    }

    @Test
    void shouldTakeAMaskUnderAnotherSpellingOfTheName() {
        var answer = update(Map.of("authorization", MASK));

        answer.statusCode(200).body("data.config.headers", equalTo(Map.of("authorization", S3CRET)));
    }

    @Test
    void shouldTakeOtherStarsAsTheyAre() {
        var answer = update(Map.of("Authorization", MASK + "*", "X-Key", "Bearer " + MASK));

        answer.statusCode(200)
                .body("data.config.headers", equalTo(Map.of("Authorization", MASK + "*", "X-Key", "Bearer " + MASK)));
    }

    @Test
    void shouldRefuseAMaskWithNothingStoredBehindIt() {
        var answer = update(Map.of("Authorization", MASK, "X-New", MASK));

        answer.spec(Refusals.field("config.headers.X-New", "send its value"));
        Api.as(manager).get(ACTION, id).then().body("data.config.headers", equalTo(SECRETS));
    }

    @Test
    void shouldRefuseAMaskAtCreation() {
        var body = ActionBodies.action("webhook", withHeaders(Map.of("X-Key", MASK)));

        var answer = Api.as(manager).body(body).post(ACTIONS).then();

        answer.spec(Refusals.field("config.headers.X-Key", "send its value"));
    }

    @Test
    void shouldRefuseAMaskWhereTheActionWasNoWebhook() {
        var link = Api.createAction(organization, "url", LINK_CONFIG);

        var answer = Api.as(manager)
                .body(Map.of("action_type", "webhook", "config", withHeaders(Map.of("X-Key", MASK))))
                .put(ACTION, link)
                .then();

        answer.spec(Refusals.field("config.headers.X-Key", "send its value"));
    }

    @Test
    void shouldStillKnowAMaskedContentTypeWhenItChecksTheBody() {
        var form = Map.of("Content-Type", "text/plain");
        var stored = Bodies.with(withHeaders(form), "body", "Hello {{contact.name}}");
        var text = Api.createAction(organization, "webhook", stored);

        var answer = Api.as(manager)
                .body(Map.of("config", Bodies.with(stored, "headers", Map.of("Content-Type", MASK))))
                .put(ACTION, text)
                .then();

        answer.statusCode(200).body("data.config", equalTo(Bodies.with(stored, "method", "POST")));
    }

    @Test
    void shouldRefuseABrokenJsonBodyBehindAMaskedContentType() {
        var json = Api.createAction(organization, "webhook", withHeaders(Map.of("Content-Type", "application/json")));
        var config = Bodies.with(withHeaders(Map.of("Content-Type", MASK)), "body", "{\"name\":{{contact.name}}}");

        var answer =
                Api.as(manager).body(Map.of("config", config)).put(ACTION, json).then();

        answer.spec(Refusals.field("config.body", "not valid JSON"));
    }

    private ValidatableResponse update(Map<String, String> headers) {
        return Api.as(manager)
                .body(Map.of("config", withHeaders(headers)))
                .put(ACTION, id)
                .then();
    }

    private static Map<String, Object> withHeaders(Map<String, String> headers) {
        return Bodies.with(WEBHOOK_CONFIG, "headers", headers);
    }
}
