package org.customactions.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

    private static final String REASON = "\"name\":\"reason\",\"label\":\"Reason\"";

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<FieldError> complaints(String body) {
        var fields = JsonFields.of(json(body));
        Terms.NONE.changedBy(fields);
        var refusal = catchThrowableOfType(ApiException.class, fields::throwIfInvalid);
        return refusal == null ? List.of() : refusal.errors();
    }

    private static Terms terms(String body) {
        assertThat(complaints(body)).isEmpty();
        return Terms.NONE.changedBy(JsonFields.of(json(body)));
    }

    private static String inputs(String fields) {
        return "{\"inputs\":[{%s}]}".formatted(fields);
    }

    private static String many(int count, String element) {
        return String.join(
                ",", IntStream.range(0, count).mapToObj(element::formatted).toList());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("{\"inputs\":{}}", "inputs", "a list"),
                arguments("{\"inputs\":[1]}", "inputs[0]", "an object"),
                arguments(inputs("\"label\":\"L\",\"type\":\"text\""), "inputs[0].name", "Name is required"),
                arguments(inputs("\"name\":\"a\",\"type\":\"text\""), "inputs[0].label", "Label is required"),
                arguments(inputs("\"name\":\"a\",\"label\":\" \",\"type\":\"text\""), "inputs[0].label", "required"),
                arguments(inputs("\"name\":\"a\",\"label\":\"L\""), "inputs[0].type", "Type is required"),
                arguments(inputs("\"name\":\"A\",\"label\":\"L\",\"type\":\"text\""), "inputs[0].name", "a-z"),
                arguments(inputs("\"name\":\"1a\",\"label\":\"L\",\"type\":\"text\""), "inputs[0].name", "a letter"),
                arguments(
                        inputs("\"name\":\"%s\",\"label\":\"L\",\"type\":\"text\"".formatted("a".repeat(41))),
                        "inputs[0].name",
                        "1 to 40"),
                arguments(
                        inputs("\"name\":\"a\",\"label\":\"%s\",\"type\":\"text\"".formatted("é".repeat(61))),
                        "inputs[0].label",
                        "at most 60"),
                arguments(inputs(REASON + ",\"type\":\"password\""), "inputs[0].type", "text, textarea"),
                arguments(inputs(REASON + ",\"type\":\"text\",\"required\":1"), "inputs[0].required", "true or false"),
                arguments(inputs(REASON + ",\"type\":\"text\",\"help\":1"), "inputs[0].help", "not a known field"),
                arguments(inputs(REASON + ",\"type\":\"select\""), "inputs[0].options", "Options is required"),
                arguments(inputs(REASON + ",\"type\":\"select\",\"options\":[]"), "inputs[0].options", "1 to 50"),
                arguments(
                        inputs(REASON
                                + ",\"type\":\"select\",\"options\":[%s]"
                                        .formatted(many(51, "{\"value\":\"%s\",\"label\":\"x\"}"))),
                        "inputs[0].options",
                        "1 to 50"),
                arguments(
                        inputs(REASON + ",\"type\":\"select\",\"options\":[{\"value\":\"a\"}]"),
                        "inputs[0].options[0].label",
                        "Label is required"),
                arguments(
                        inputs(REASON
                                + ",\"type\":\"select\",\"options\":[%s]"
                                        .formatted(
                                                "{\"value\":\"a\",\"label\":\"A\"},{\"value\":\"a\",\"label\":\"B\"}")),
                        "inputs[0].options[1].value",
                        "twice"),
                arguments(
                        inputs(REASON + ",\"type\":\"text\",\"options\":[{\"value\":\"a\",\"label\":\"A\"}]"),
                        "inputs[0].options",
                        "for a select only"),
                arguments(inputs(REASON + ",\"type\":\"number\",\"default\":\"1\""), "inputs[0].default", "a number"),
                arguments(inputs(REASON + ",\"type\":\"checkbox\",\"default\":1"), "inputs[0].default", "true or"),
                arguments(inputs(REASON + ",\"type\":\"date\",\"default\":\"31.1.2024\""), "inputs[0].default", "date"),
                arguments(
                        inputs(REASON + ",\"type\":\"select\",\"options\":[{\"value\":\"a\",\"label\":\"A\"}],"
                                + "\"default\":\"b\""),
                        "inputs[0].default",
                        "one of its options"),
                arguments(
                        "{\"inputs\":[%1$s,%1$s]}".formatted("{" + REASON + ",\"type\":\"text\"}"),
                        "inputs[1].name",
                        "twice"),
                arguments(
                        "{\"inputs\":[%s]}".formatted(many(11, "{\"name\":\"a%s\",\"label\":\"A\",\"type\":\"text\"}")),
                        "inputs",
                        "at most 10"),
                arguments("{\"confirmation\":1}", "confirmation", "a string"),
                arguments("{\"confirmation\":\"%s\"}".formatted("x".repeat(301)), "confirmation", "at most 300"),
                arguments("{\"confirmation\":\"Sure, {{contact.name\"}", "confirmation", "line 1, column 7"),
                arguments("{\"confirmation\":\"A {{input.reason}}?\"}", "confirmation", "input cannot be used here"),
                arguments("{\"confirmation\":\"{{context.id}}?\"}", "confirmation", "line 1, column 1"),
                arguments("{\"confirmation\":\"{{secret.token}}?\"}", "confirmation", "secret cannot be used here"),
                arguments("{\"confirmation\":\"{{#response}}x{{/response}}\"}", "confirmation", "response cannot"),
                arguments("{\"visible_to\":[]}", "visible_to", "an object"),
                arguments("{\"visible_to\":{\"teams\":[]}}", "visible_to.teams", "not a known field"),
                arguments("{\"visible_to\":{\"roles\":\"agent\"}}", "visible_to.roles", "a list"),
                arguments("{\"visible_to\":{\"roles\":[1]}}", "visible_to.roles", "at most 20 texts"),
                arguments("{\"visible_to\":{\"tags\":[\" \"]}}", "visible_to.tags", "at most 20 texts"),
                arguments("{\"visible_to\":{\"tags\":[%s]}}".formatted(many(21, "\"t%s\"")), "visible_to.tags", "20"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void shouldSayWhatIsWrong(String body, String field, String message) {
        assertThat(complaints(body)).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(message);
        });
    }

    @Test
    void shouldShowWhatWasSentWithoutWhatIsEmpty() {
        var terms = terms("""
                {"inputs":[{"name":"why","label":" Why? ","type":"select","required":true,"placeholder":"Choose",
                    "default":"a","options":[{"value":"a","label":"A"}]}],
                 "confirmation":" Refund {{contact.name}}? ","visible_to":{"roles":["Agent"," Agent "],"tags":[]}}""");

        assertThat(terms.toJson()).isEqualTo(json("""
                {"inputs":[{"name":"why","label":"Why?","type":"select","required":true,"placeholder":"Choose",
                    "default":"a","options":[{"value":"a","label":"A"}]}],
                 "confirmation":"Refund {{contact.name}}?","visible_to":{"roles":["Agent"]}}"""));
        assertThat(Terms.ofStored(terms.toJson().toString())).isEqualTo(terms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"inputs\":[],\"confirmation\":\" \",\"visible_to\":{\"roles\":[],\"tags\":[]}}"})
    void shouldBeEmptyIfNothingHolds(String body) {
        assertThat(terms(body).isEmpty()).isTrue();
        assertThat(terms(body).toJson()).isEmpty();
    }

    @Test
    void shouldKeepWhatWasNotSent() {
        var terms = terms("{\"confirmation\":\"Sure?\",\"visible_to\":{\"tags\":[\"vip\"]}}");

        var changed = terms.changedBy(JsonFields.ofUpdate(json("{\"confirmation\":\"\"}")));

        assertThat(changed.toJson()).isEqualTo(json("{\"visible_to\":{\"tags\":[\"vip\"]}}"));
    }

    @Test
    void shouldWarnOfAVariableThatIsNotKnown() {
        assertThat(terms("{\"confirmation\":\"Refund {{contact.nmae}}?\"}").warnings())
                .containsExactly(new FieldError(
                        "confirmation", "contact.nmae is not a known variable; did you mean contact.name?"));
    }

    private static final String FORM = """
            {"inputs":[
                {"name":"reason","label":"Reason","type":"text","required":true},
                {"name":"note","label":"Note","type":"textarea","default":"none"},
                {"name":"amount","label":"Amount","type":"number"},
                {"name":"sure","label":"Sure","type":"checkbox","required":true},
                {"name":"copy","label":"Copy","type":"checkbox"},
                {"name":"due","label":"Due","type":"date"},
                {"name":"mail","label":"Mail","type":"email"},
                {"name":"phone","label":"Phone","type":"tel"},
                {"name":"kind","label":"Kind","type":"select","options":[{"value":"a","label":"A"}]}]}""";

    @Test
    void shouldFillInDefaultsForWhatIsLeftOut() {
        var values = terms(FORM).filledIn(json("{\"reason\":\"late\",\"sure\":true}"));

        assertThat(values).isEqualTo(json("{\"reason\":\"late\",\"note\":\"none\",\"sure\":true,\"copy\":false}"));
    }

    @Test
    void shouldTakeAValueOfEachType() {
        var given = json("""
                {"reason":"a\\nb","note":"","amount":1.50,"sure":true,"copy":true,"due":"2024-02-29",
                 "mail":"ada@example.com","phone":"+1 (555) 01-00","kind":"a"}""");

        assertThat(terms(FORM).filledIn(given)).isEqualTo(given);
    }

    @Test
    void shouldTakeNothingForWhatIsNotRequired() {
        var given = json("""
                {"reason":"x","note":"","amount":null,"sure":true,"copy":false,"due":"","mail":"","phone":"","kind":""}""");

        given.remove("amount");
        assertThat(terms(FORM).filledIn(given.deepCopy().putNull("amount"))).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "reason":""               | reason | Reason is required
            "reason":null             | reason | Reason is required
            "reason":5                | reason | a string
            "sure":false              | sure   | Sure is required
            "sure":"yes"              | sure   | true or false
            "amount":"5"              | amount | a number
            "copy":1                  | copy   | true or false
            "due":"2024-02-30"        | due    | a date such as
            "due":"2024-2-3"          | due    | a date such as
            "due":"+12024-02-03"      | due    | a date such as
            "mail":"ada"              | mail   | an e-mail address
            "mail":"a@b@c"            | mail   | an e-mail address
            "phone":"call me"         | phone  | a phone number
            "kind":"b"                | kind   | one of its options
            "note":{}                 | note   | a string
            "colour":"red"            | colour | not a known field
            """)
    void shouldRefuseAValueThatAFieldCannotHave(String part, String name, String message) {
        var given = json("{\"reason\":\"late\",\"sure\":true}");
        given.setAll(json("{" + part + "}"));

        var refusal = catchThrowableOfType(ApiException.class, () -> terms(FORM).filledIn(given));

        assertThat(refusal.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("inputs." + name);
            assertThat(error.message()).contains(message);
        });
    }

    @Test
    void shouldNameAllThatIsWrong() {
        var refusal = catchThrowableOfType(
                ApiException.class, () -> terms(FORM).filledIn(json("{\"amount\":\"x\",\"other\":1}")));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("inputs.reason", "inputs.amount", "inputs.sure", "inputs.other");
    }

    @Test
    void shouldTakeATextOfTenThousandCharactersAndNoMore() {
        var most = json("{\"sure\":true}").put("reason", "😀".repeat(10_000));

        assertThat(terms(FORM).filledIn(most).get("reason")).isEqualTo(most.get("reason"));
        most.put("reason", "x".repeat(10_001));
        assertThat(catchThrowableOfType(ApiException.class, () -> terms(FORM).filledIn(most)))
                .hasMessageContaining("10,000");
    }

    @Test
    void shouldRefuseInputsOfAnActionWithoutAny() {
        var refusal =
                catchThrowableOfType(ApiException.class, () -> Terms.NONE.filledIn(json("{\"reason\":\"late\"}")));

        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("inputs.reason");
        assertThat(Terms.NONE.filledIn(json("{}"))).isEmpty();
    }

    @Test
    void shouldBeForOneOfTheRolesInAnyCaseAndForOneOfTheTags() {
        var terms = terms("{\"visible_to\":{\"roles\":[\"Support\"],\"tags\":[\"vip\",\"gold\"]}}");

        assertThat(terms.isForRoles(List.of("agent", "SUPPORT"))).isTrue();
        assertThat(terms.isForRoles(List.of("agent"))).isFalse();
        assertThat(terms.isForTags(List.of("new", "gold"))).isTrue();
        assertThat(terms.isForTags(List.of("Vip"))).isFalse();
        assertThat(terms.isForTags(List.of())).isFalse();
        assertThat(Terms.NONE.isForRoles(List.of("agent"))).isTrue();
        assertThat(Terms.NONE.isForTags(List.of())).isTrue();
    }
}
