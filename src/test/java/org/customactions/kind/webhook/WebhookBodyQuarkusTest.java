package org.customactions.kind.webhook;

import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.WEBHOOK_CONFIG;
import static org.customactions.action.ActionBodies.action;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a webhook's body. */
@QuarkusTest
class WebhookBodyQuarkusTest {
    private static final int MAX_BODY = 256 * 1024;

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":{{contact.name}}}",
                "{\"name\":\"{{contact.name}}\"",
                "{\"name\":\"{{contact.name}}\",}",
                "{{contact.name}}",
                "name={{contact.name}}",
                "{} {}",
                "{\"name\":\"x\"} {{contact.name}}"
            })
    void shouldRefuseABodyThatIsNotJsonOnceSampleValuesAreFilledIn(String body) {
        var answer = create("body", body);

        answer.spec(Refusals.field("config.body", "Body is not valid JSON once sample values are filled in"));
    }

    @Test
    void shouldRefuseABodyWithANumberOutOfRange() {
        var answer = create("body", "{\"x\":1e99999999999999999999}");

        answer.spec(Refusals.field("config.body", "out of range"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/vnd.api+json"})
    void shouldRefuseABodyThatIsNotJsonWhereAHeaderSaysItIs(String contentType) {
        var config = Bodies.with(WEBHOOK_CONFIG, "headers", Map.of("content-TYPE", contentType));

        var answer = create(Bodies.with(config, "body", "name={{contact.name}}"));

        answer.spec(Refusals.field("config.body", "not valid JSON"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/xml", "application/jsonp"})
    void shouldAcceptAnyBodyOfAnotherContentType(String contentType) {
        var config = Bodies.with(WEBHOOK_CONFIG, "headers", Map.of("Content-Type", contentType));

        var answer = create(Bodies.with(config, "body", "name={{contact.name}}"));

        answer.statusCode(201).body("data.config.body", equalTo("name={{contact.name}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"name\":\"{{contact.name}}\",\"tags\":{{contact.tags}},\"metadata\":{{contact.metadata}}}",
                "{\"total\":{{contact.metadata.order.total}},\"note\":\"{{contact.metadata.note}}\"}",
                "{{#contact.metadata.vip}}{\"vip\":true}{{/contact.metadata.vip}}",
                "[{{#contact.tags}}\"{{.}}\",{{/contact.tags}}null]",
                "\"{{contact.phone_number}}\"",
                "{\"tags\":\"{{contact.tags}}\",\"all\":\"{{contact.metadata}}\"}"
            })
    void shouldAcceptBodiesThatAreJsonOnceSampleValuesAreFilledIn(String body) {
        var answer = create("body", body);

        answer.statusCode(201).body("data.config.body", equalTo(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-ndjson", "application/jsonl", "application/jsonlines", "application/json-seq"})
    void shouldTakeABodyOfLinesLineByLine(String contentType) {
        var config = Bodies.with(WEBHOOK_CONFIG, "headers", Map.of("Content-Type", contentType));
        var lines = "\u001e{\"name\":\"{{contact.name}}\"}\n\u001e{\"tags\":{{contact.tags}}}\n";

        create(Bodies.with(config, "body", lines)).statusCode(201);
        create(Bodies.with(config, "body", "{\n\"name\":\"{{contact.name}}\"\n}"))
                .spec(Refusals.field("config.body", "not valid JSON"));
    }

    @Test
    void shouldAcceptABodyOf256KiB() {
        var answer = create("body", "\"" + "ü".repeat(MAX_BODY / 2 - 1) + "\"");

        answer.statusCode(201);
    }

    @Test
    void shouldRefuseABodyOverOf256KiBInUtf8() {
        var answer = create("body", "\"" + "ü".repeat(MAX_BODY / 2 - 1) + "x\"");

        answer.spec(Refusals.field("config.body", "256 KiB"));
    }

    private ValidatableResponse create(String field, Object value) {
        return create(Bodies.with(WEBHOOK_CONFIG, field, value));
    }

    private ValidatableResponse create(Map<String, ?> config) {
        return Api.as(manager).body(action("webhook", config)).post(ACTIONS).then();
    }
}
