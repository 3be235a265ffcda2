package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an agent fills in and a page hands over, and the clicks that are not let through. */
@QuarkusTest
class InputsQuarkusTest {

    private static final List<Map<String, Object>> INPUTS = List.of(
            Map.of("name", "reason", "label", "Reason", "type", "text", "required", true),
            Map.of("name", "amount", "label", "Amount", "type", "number", "default", 5));

    private final UUID organization = UUID.randomUUID();
    private final String agent = Tokens.agent(organization).sign();
    private UUID contact;

    @BeforeEach
    void createContact() {
        contact = Api.createContact(organization, Map.of("name", "Ada", "tags", List.of("vip")));
    }

    private UUID create(String type, Map<String, Object> config, Map<String, Object> terms) {
        var body = new HashMap<String, Object>(terms);
        body.putAll(Map.of("name", "Refund", "action_type", type, "config", config));
        String id = Api.as(Tokens.manager(organization).sign())
                .body(body)
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        return UUID.fromString(id);
    }

    private ValidatableResponse execute(UUID action, Map<String, Object> fields) {
        return execute(agent, action, fields);
    }

    private ValidatableResponse execute(String token, UUID action, Map<String, Object> fields) {
        return execute(token, action, fields, Planted.unique());
    }

    private ValidatableResponse execute(String token, UUID action, Map<String, Object> fields, String key) {
        var body = new HashMap<String, Object>(fields);
        body.put("contact_id", contact);
        return Api.as(token)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/custom-actions/{id}/execute", action)
                .then();
    }

    private void assertNothingLeft() {
        assertThat(ServiceResource.database()
                        .queryCount(
                                "select count(*) from custom_action_executions where organization_id = ?",
                                organization))
                .isZero();
    }

    @Test
    void shouldSendThem() throws Exception {
        var hook = Hook.answering(okJson("{}"));
        var action = create(
                "webhook",
                Map.of(
                        "url",
                        hook.url() + "/{{input.reason}}",
                        "body",
                        "{\"reason\":\"{{input.reason}}\",\"amount\":{{input.amount}},\"page\":{{context}},"
                                + "\"conversation\":\"{{context.conversation.id}}\"}"),
                Map.of("inputs", INPUTS));

        execute(
                        action,
                        Map.of(
                                "inputs",
                                Map.of("reason", "too \"late\"/x", "amount", 1.5),
                                "context",
                                Map.of("conversation", Map.of("id", "c-1"))))
                .statusCode(200)
                .body("data.success", is(true));

        assertThat(hook.rest()).isEqualTo("/too%20%22late%22%2Fx");
        assertThat(new JsonMapper().readTree(hook.body()))
                .isEqualTo(
                        new JsonMapper()
                                .readTree(
                                        "{\"reason\":\"too \\\"late\\\"/x\",\"amount\":1.5,\"page\":{\"conversation\":{\"id\":\"c-1\"}},\"conversation\":\"c-1\"}"));
    }

    @Test
    void shouldSendThemIfNobodyWroteABody() throws Exception {
        var hook = Hook.answering(okJson("{}"));
        var action = create("webhook", Map.of("url", hook.url()), Map.of("inputs", INPUTS));

        execute(action, Map.of("inputs", Map.of("reason", "late"), "context", Map.of("a", List.of(1, "b"))))
                .statusCode(200);

        var sent = new JsonMapper().readTree(hook.body());
        assertThat(sent.get("inputs")).isEqualTo(new JsonMapper().readTree("{\"reason\":\"late\",\"amount\":5}"));
        assertThat(sent.get("context")).isEqualTo(new JsonMapper().readTree("{\"a\":[1,\"b\"]}"));
        assertThat(sent.has("contact") && sent.has("user") && sent.has("organization"))
                .isTrue();
    }

    @Test
    void shouldGiveThemToScriptsWithTheRealContact() {
        var action = create(
                "javascript",
                Map.of(
                        "code",
                        "return { message: [input.reason, input.amount, action.name, context.id, context.contact.name,"
                                + " context.contact === contact, typeof id].join() }"),
                Map.of("inputs", INPUTS));

        execute(
                        action,
                        Map.of(
                                "inputs",
                                Map.of("reason", "late"),
                                "context",
                                Map.of("id", 7, "contact", Map.of("name", "Mallory"))))
                .statusCode(200)
                .body("data.message", equalTo("late,5,Refund,7,Ada,true,undefined"))
                .body("data.data.context.contact.name", equalTo("Ada"));
    }

    @Test
    void shouldPutThemIntoALink() {
        var action = create("url", Map.of("url", "https://a.example/?r={{input.reason}}"), Map.of("inputs", INPUTS));

        String path = execute(action, Map.of("inputs", Map.of("reason", "a&b")))
                .statusCode(200)
                .extract()
                .path("data.redirect_url");

        Api.anonymous().get(path).then().header("Location", "https://a.example/?r=a%26b");
    }

    @Test
    void shouldRefuseWhatIsFilledInWronglyAndLeaveNothing() {
        var action = create("url", Map.of("url", "https://a.example/"), Map.of("inputs", INPUTS));
        var key = Planted.unique();

        execute(agent, action, Map.of(), key).spec(Refusals.field("inputs.reason", "Reason is required"));
        execute(action, Map.of("inputs", Map.of("amount", "x", "other", 1)))
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("inputs.reason", "inputs.amount", "inputs.other"));
        assertNothingLeft();

        execute(agent, action, Map.of("inputs", Map.of("reason", "late")), key).statusCode(200);
    }

    static List<Arguments> wrongBodies() {
        return List.of(
                Arguments.of("inputs", List.of(), "an object"),
                Arguments.of("inputs", "late", "an object"),
                Arguments.of("context", List.of(1), "an object"),
                Arguments.of("context", "c-1", "an object"),
                Arguments.of("context", Map.of("text", "é".repeat(8 * 1024)), "at most 16 KiB"),
                Arguments.of("conversation_id", 7, "not a known field"));
    }

    @ParameterizedTest
    @MethodSource("wrongBodies")
    void shouldRefuseABodyOfAnotherShape(String field, Object value, String message) {
        var action = create("url", Map.of("url", "https://a.example/"), Map.of());

        execute(action, Map.of(field, value)).spec(Refusals.field(field, message));
    }

    @Test
    void shouldTakeSixteenKibibytesOfContext() {
        var action = create("url", Map.of("url", "https://a.example/"), Map.of());
        var text = "é".repeat(8 * 1024 - 6) + "e";

        execute(action, Map.of("context", Map.of("text", text))).statusCode(200);
    }

    @Test
    void shouldLetNobodyElseClick() {
        var action = create(
                "url", Map.of("url", "https://a.example/"), Map.of("visible_to", Map.of("roles", List.of("support"))));

        execute(action, Map.of())
                .spec(Refusals.forbidden())
                .body("message", equalTo("This action is not for your role"));
        assertNothingLeft();
        execute(Tokens.of(organization).claim("role", "SUPPORT").sign(), action, Map.of())
                .statusCode(200);
        execute(Tokens.manager(organization).sign(), action, Map.of()).statusCode(200);
    }

    @Test
    void shouldRunForNobodyElse() {
        var action = create(
                "url", Map.of("url", "https://a.example/"), Map.of("visible_to", Map.of("tags", List.of("gold"))));

        execute(Tokens.manager(organization).sign(), action, Map.of())
                .statusCode(400)
                .body("message", equalTo("This action is not for this contact"));
        assertNothingLeft();
        var gold = Api.createContact(organization, Map.of("tags", List.of("gold")));
        Api.execute(agent, action, gold).statusCode(200);
    }

    @Test
    void shouldTellTheSameClickFromAnother() {
        var action = create("url", Map.of("url", "https://a.example/"), Map.of("inputs", INPUTS));
        var key = Planted.unique();
        Map<String, Object> late = Map.of("inputs", Map.of("reason", "late"), "context", Map.of("a", 1));
        String first =
                execute(agent, action, late, key).statusCode(200).extract().path("data.execution_id");

        execute(agent, action, late, key).statusCode(200).body("data.execution_id", equalTo(first));
        for (var other : List.<Map<String, Object>>of(
                Map.of("inputs", Map.of("reason", "early"), "context", Map.of("a", 1)),
                Map.of("inputs", Map.of("reason", "late")),
                Map.of())) {
            execute(agent, action, other, key).statusCode(400).body("message", containsString("another request body"));
        }
    }

    @Test
    void shouldGoIntoAPreview() {
        var body = Map.of(
                "action_type",
                "url",
                "config",
                Map.of("url", "https://a.example/{{input.reason}}/{{context.id}}"),
                "inputs",
                Map.of("reason", "late"),
                "context",
                Map.of("id", 7));

        Api.as(Tokens.manager(organization).sign())
                .body(body)
                .post("/api/custom-actions/preview")
                .then()
                .statusCode(200)
                .body("data.url", equalTo("https://a.example/late/7"));
    }
}
