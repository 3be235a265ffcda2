package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values stay one value of JSON, on whichever side of a quote their tag stands. */
class JsonPlaceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FLIPPING = List.of("},", ":{", ":");

    @ParameterizedTest
    @EnumSource(names = {"JSON", "JSON_LINES"})
    void shouldKeepAListInItsString(Escaping escaping) throws Exception {
        var json = render(
                "{\"user\":{\"name\":\"{{x}}\",\"role\":\"agent\",\"verified\":false},\"ok\":1}", FLIPPING, escaping);

        assertThat(json.size()).isEqualTo(2);
        assertThat(json.at("/user/role").textValue()).isEqualTo("agent");
        assertThat(json.at("/user/verified").booleanValue()).isFalse();
        assertThat(json.at("/user/name").textValue()).isEqualTo("[\"},\",\":{\",\":\"]");
    }

    @Test
    void shouldWriteOtherValuesInAStringAsTheirJson() throws Exception {
        assertThat(render("\"a {{x}} b\"", true).textValue()).isEqualTo("a true b");
        assertThat(render("\"a {{x}} b\"", 1.5).textValue()).isEqualTo("a 1.5 b");
        assertThat(render("\"a {{x}} b\"", Map.of("k\u2028", "\"")).textValue())
                .isEqualTo("a {\"k\\u2028\":\"\\\"\"} b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"\\\\\":\"{{x}}\"}",
                "{\"\\\"\":\"\\\"{{x}}\"}",
                "{\"a\":{{x}},\"b\":\"{{x}}\",\"c\":[{{x}}]}",
                "{\"{{x}}\":{{x}}}",
                "{\"a\":\"{{#x}}{{x}}{{.}}{{/x}}\",\"b\":{{x}}}",
                "{\"a\":\"{{^no}}{{x}}{{/no}}{{x}}\"}",
                "{{#yes}}{\"a\":\"{{/yes}}{{x}}{{#yes}}\"}{{/yes}}",
                "{\"a\":{{#yes}}\"{{/yes}}{{x}}{{#yes}}\"{{/yes}}}",
                "{\"a\":{{#no}}\"{{/no}}{{x}}{{#no}}\"{{/no}}}",
                "{\"a\":{{^yes}}\"{{/yes}}{{x}}{{^yes}}\"{{/yes}},\"b\":\"{{x}}\"}",
                "[{{#x}}{{x}},\"{{x}}\",{{/x}}0]",
            })
    void shouldFollowQuotesThroughSectionsOfEveryKind(String source) throws Exception {
        var variables = Map.<String, Object>of("x", FLIPPING, "yes", true, "no", false);
        var harmless = Map.<String, Object>of("x", List.of("a", "b", "c"), "yes", true, "no", false);

        var json = shape(JSON.readTree(Template.compile(source, Escaping.JSON).render(variables)));

        assertThat(json)
                .isEqualTo(shape(
                        JSON.readTree(Template.compile(source, Escaping.JSON).render(harmless))));
    }

    @Test
    void shouldFollowQuotesThatAnUnescapedValueBringsIn() throws Exception {
        var template = Template.compile("{\"a\":{{{raw}}}{{x}}\",\"b\":1}", Escaping.JSON);

        var json = JSON.readTree(template.render(Map.of("raw", "\"x", "x", FLIPPING)));

        assertThat(json.size()).isEqualTo(2);
        assertThat(json.get("a").textValue()).startsWith("x[");
    }

    @Test
    void shouldRefuseAValueAfterABackslashOfAnUnescapedOne() {
        var template = Template.compile("{\"a\":\"{{{raw}}}{{x}}\",\"b\":1}", Escaping.JSON);

        assertThatThrownBy(() -> template.render(Map.of("raw", "x\\", "x", "\",\"admin\":true,\"c\":\"")))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("The value of x follows a single backslash");
        assertThatThrownBy(() -> template.render(Map.of("raw", "x\\", "x", FLIPPING)))
                .isInstanceOf(RenderException.class);
        assertThat(template.render(Map.of("raw", "x\\\\", "x", "y"))).isEqualTo("{\"a\":\"x\\\\y\",\"b\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "5},{\"q\":2", "1],[2", "1:2", "{},{}", "[1", "a,b", "1,\n2"})
    void shouldRefuseTextOutsideQuotesThatIsMoreThanOneValue(String value) {
        var template = Template.compile("[{\"p\":{{x}}},{\"q\":1}]", Escaping.JSON);

        assertThatThrownBy(() -> template.render(Map.of("x", value)))
                .isInstanceOf(RenderException.class)
                .hasMessage(
                        "The text of x cannot stand in JSON without quotes around it; write \"{{x}}\", or {{{x}}} if it"
                                + " is JSON that you trust");
        assertThat(Template.compile("[{{{x}}}]", Escaping.JSON).render(Map.of("x", value)))
                .isEqualTo("[" + value + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1042", "-1.5e3", "true", "null", "[1,2]", "{}", "[[],{}]", ""})
    void shouldLeaveTextOutsideQuotesThatIsOneValue(String value) {
        assertThat(Template.compile("[{{x}}]", Escaping.JSON).render(Map.of("x", value)))
                .isEqualTo("[" + value + "]");
    }

    /** The value with every text made the same. */
    private static String shape(JsonNode json) {
        return json.toString().replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"");
    }

    private static JsonNode render(String source, Object value) throws Exception {
        return render(source, value, Escaping.JSON);
    }

    private static JsonNode render(String source, Object value, Escaping escaping) throws Exception {
        return JSON.readTree(Template.compile(source, escaping).render(Map.of("x", value)));
    }
}
