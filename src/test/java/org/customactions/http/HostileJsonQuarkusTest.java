package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no JSON, or JSON that nothing can keep: each a 400 that changes nothing. */
@QuarkusTest
class HostileJsonQuarkusTest {
    private static final String LINK = "{\"name\":\"%s\",\"action_type\":\"url\",\"config\":{\"url\":\"tel:1\"}}";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private UUID action;
    private UUID contact;

    @BeforeEach
    void createRows() {
        action = Api.createAction(organization, "url", Map.of("url", "tel:1"));
        contact = Api.createContact(organization, Map.of("name", "Ada"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void shouldRefuseWhatIsNoJsonObject(String body) {
        for (var target : Target.values()) {
            send(target, body).spec(Refusals.malformed());
        }
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                " ",
                "{",
                "{\"name\":}",
                "{\"name\":\"a\",}",
                "{'name':'a'}",
                "{name:\"a\"}",
                "{\"name\":\"a\"} {}",
                "{\"name\":\"a\"}]",
                "{\"name\":\"a\"/* comment */}",
                "{\"display_order\":NaN}",
                "{\"display_order\":01}",
                "{\"name\":\"a\nb\"}",
                "{\"name\":\"\\x\"}",
                "null",
                "[]",
                "[{}]",
                "\"text\"",
                "1",
                "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\",\"n\\u0061me\":\"b\"}",
                "{\"config\":{\"url\":\"tel:1\",\"url\":\"tel:2\"}}",
                "{\"metadata\":{\"deep\":{\"a\":1,\"a\":2}}}",
                "{\"contacts\":[{\"id\":\"1\",\"id\":\"2\"}]}"
            })
    void shouldRefuseAFieldThatStandsTwice(String body) {
        for (var target : Target.values()) {
            send(target, body).spec(Refusals.malformed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseJsonThatIsTooDeep(Target target) {
        var deep = "{\"x\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}";

        var answer = send(target, deep);

        answer.spec(Refusals.malformed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e401", "-1e999999999", "1e-999999999", "1e99999999999999999999", "0e-500000"})
    void shouldRefuseNumbersOutOfRange(String number) {
        send(Target.PUT_CONTACT, "{\"phone_number\":\"1\",\"metadata\":{\"x\":[" + number + "]}}")
                .spec(Refusals.malformed());
        send(Target.CREATE_ACTION, "{\"display_order\":" + number + "}").spec(Refusals.malformed());
    }

    @Test
    void shouldRefuseOverlongNumbersAndNames() {
        send(Target.PUT_CONTACT, "{\"phone_number\":\"1\",\"metadata\":{\"x\":" + "9".repeat(100_000) + "}}")
                .spec(Refusals.malformed());
        send(Target.PUT_CONTACT, "{\"phone_number\":\"1\",\"metadata\":{\"" + "k".repeat(100_000) + "\":1}}")
                .spec(Refusals.malformed());
    }

    @Full
    @ParameterizedTest
    @MethodSource("places")
    void shouldRefuseTextThatCannotBeStored(Place place) {
        var before = everything();

        for (var text : List.of("\\u0000", "a\\u0000b", "\\ud800", "\\udc00", "\\ud83d x", "\\ude00\\ud83d")) {
            send(place.target, place.template.formatted(text)).spec(Refusals.malformed());
        }

        assertThat(everything()).isEqualTo(before);
    }

    static Stream<Place> places() {
        var script = "{\"name\":\"a\",\"action_type\":\"javascript\",\"config\":{\"code\":\"//%s\"}}";
        var webhook = "{\"name\":\"a\",\"action_type\":\"webhook\",\"config\":{\"url\":\"https://example.com\",%s}}";
        var contact = "{\"phone_number\":\"1\",%s}";
        return Stream.of(
                new Place(Target.CREATE_ACTION, LINK),
                new Place(Target.UPDATE_ACTION, "{\"name\":\"%s\"}"),
                new Place(Target.UPDATE_ACTION, "{\"icon\":\"%s\"}"),
                new Place(Target.UPDATE_ACTION, "{\"config\":{\"url\":\"tel:%s\"}}"),
                new Place(Target.UPDATE_ACTION, "{\"id\":\"%s\"}"),
                new Place(Target.CREATE_ACTION, script),
                new Place(Target.CREATE_ACTION, webhook.formatted("\"headers\":{\"X-Key\":\"%s\"}")),
                new Place(Target.CREATE_ACTION, webhook.formatted("\"headers\":{\"X-%s\":\"x\"}")),
                new Place(Target.CREATE_ACTION, webhook.formatted("\"body\":\"\\\"%s\\\"\"")),
                new Place(Target.CREATE_ACTION, webhook.formatted("\"result\":{\"toast\":\"%s\"}")),
                new Place(Target.CREATE_ACTION, "{\"%s\":1}"),
                new Place(Target.ORDER_ACTIONS, "{\"ids\":[\"%s\"]}"),
                new Place(Target.PUT_CONTACT, "{\"phone_number\":\"%s\"}"),
                new Place(Target.PUT_CONTACT, contact.formatted("\"name\":\"%s\"")),
                new Place(Target.PUT_CONTACT, contact.formatted("\"profile_name\":\"%s\"")),
                new Place(Target.PUT_CONTACT, contact.formatted("\"tags\":[\"%s\"]")),
                new Place(Target.PUT_CONTACT, contact.formatted("\"metadata\":{\"deep\":[{\"x\":\"%s\"}]}")),
                new Place(Target.PUT_CONTACT, contact.formatted("\"metadata\":{\"%s\":1}")),
                new Place(Target.PUT_CONTACTS, "{\"contacts\":[{\"id\":\"%s\",\"phone_number\":\"1\"}]}"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseBytesThatAreNoUtf8(Target target) {
        var body = "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        var answer = send(target, body);

        answer.spec(Refusals.malformed());
    }

    @Test
    void shouldKeepEscapedSurrogatePairsAndOtherControlCharacters() {
        var answer = send(Target.CREATE_ACTION, LINK.formatted("\\ud83d\\ude00 a\\u0001b\\u2028c"));

        answer.statusCode(201).body("data.name", equalTo("\uD83D\uDE00 a\u0001b\u2028c"));
    }

    private ValidatableResponse send(Target target, Object body) {
        var request = Api.as(manager).body(body);
        return switch (target) {
            case CREATE_ACTION -> request.post("/api/custom-actions").then();
            case UPDATE_ACTION ->
                request.put("/api/custom-actions/{id}", action).then();
            case ORDER_ACTIONS -> request.put("/api/custom-actions/order").then();
            case PUT_CONTACT -> request.put("/api/contacts/{id}", contact).then();
            case PUT_CONTACTS -> request.put("/api/contacts").then();
        };
    }

    private String everything() {
        return Api.as(manager).get("/api/custom-actions").asString()
                + Api.as(manager).get("/api/contacts").asString();
    }

    private enum Target {
        CREATE_ACTION,
        UPDATE_ACTION,
        ORDER_ACTIONS,
        PUT_CONTACT,
        PUT_CONTACTS
    }

    private record Place(Target target, String template) {}
}
