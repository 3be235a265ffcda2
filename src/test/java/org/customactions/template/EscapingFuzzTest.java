package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Escapes thousands of random values from one seed. A failure prints the value's number and its UTF-16 units. */
class EscapingFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldGiveJsonThatParsesBackToTheValue() {
        Template template = Template.compile("{\"a\":\"{{x}}\",\"b\":{{all}},\"c\":\"<{{x}}>\"}", Escaping.JSON);

        HostileText.forEach(value -> {
            JsonNode json = parse(template.render(Map.of("x", value, "all", Map.of("k", value))));

            String expected = HostileText.wellFormed(value);
            assertThat(json.size()).isEqualTo(3);
            assertThat(json.get("a").textValue()).isEqualTo(expected);
            assertThat(json.at("/b/k").textValue()).isEqualTo(expected);
            assertThat(json.get("c").textValue()).isEqualTo("<" + expected + ">");
        });
    }

    @Test
    void shouldKeepAListAndAnObjectInsideTheirQuotes() {
        Template template = Template.compile(
                "{\"a\":\"{{list}}\",\"b\":{{list}},\"c\":\"<{{object}}>\",\"d\":{{object}},\"e\":1}", Escaping.JSON);

        HostileText.forEach(value -> {
            List<String> list = List.of(value, ":{", value);
            Map<String, String> object = Map.of(value, value);

            JsonNode json = parse(template.render(Map.of("list", list, "object", object)));

            assertThat(json.size()).isEqualTo(5);
            assertThat(parse(json.get("a").textValue())).isEqualTo(json.get("b"));
            assertThat(json.at("/b/0").textValue()).isEqualTo(HostileText.wellFormed(value));
            assertThat(json.get("c").textValue()).startsWith("<{").endsWith("}>");
            assertThat(parse(json.get("c").textValue().replaceAll("^<|>$", ""))).isEqualTo(json.get("d"));
        });
    }

    @Test
    void shouldNeverMakeTwoValuesOfOneThatStandsOutsideQuotes() {
        Template template = Template.compile("[[{{x}}],[{{x}}]]", Escaping.JSON);
        int[] parsed = {0};

        Consumer<String> check = value -> {
            try {
                JsonNode json = JSON.readTree(template.render(Map.of("x", value)));
                parsed[0]++;
                assertThat(json.size()).isEqualTo(2);
                assertThat(json.get(0).size()).isLessThanOrEqualTo(1);
            } catch (RenderException | JsonProcessingException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        };
        HostileText.forEach(check);
        for (String value : List.of("1", "1,2", "1],[2", "[1,2]", "{}", "1},{", "[1],[2]", "true", "-1.5e3", "", " ")) {
            check.accept(value);
        }
        assertThat(parsed[0]).isPositive();
    }

    @Test
    void shouldGiveAFormThatDecodesToTheValue() {
        Template template = Template.compile("a={{x}}&b={{x}}&c=1", Escaping.FORM);

        HostileText.forEach(value -> {
            String[] pairs = template.render(Map.of("x", value)).split("&", -1);

            assertThat(pairs).hasSize(3).allMatch(pair -> pair.matches("[abc]=[A-Za-z0-9.*_+%-]*"));
            assertThat(URLDecoder.decode(pairs[0].substring(2), StandardCharsets.UTF_8))
                    .isEqualTo(HostileText.wellFormed(value));
            assertThat(pairs[1]).isEqualTo("b=" + pairs[0].substring(2));
        });
    }

    @Test
    void shouldGiveXmlThatParsesToTheValue() throws Exception {
        Template template = Template.compile("<r a=\"{{x}}\" b='{{x}}'><t>{{x}}</t></r>", Escaping.XML);
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();

        HostileText.forEach(value -> {
            Element root = parse(parser, template.render(Map.of("x", value)));

            String expected = withoutXmlForbidden(HostileText.wellFormed(value));
            assertThat(root.getTextContent()).isEqualTo(expected);
            assertThat(root.getAttribute("a")).isEqualTo(expected);
            assertThat(root.getAttribute("b")).isEqualTo(expected);
            assertThat(root.getAttributes().getLength()).isEqualTo(2);
            assertThat(root.getElementsByTagName("*").getLength()).isEqualTo(1);
        });
    }

    @Test
    void shouldKeepAHeaderOneHeader() {
        Template template = Template.compile("Token {{x}} {{all}}", Escaping.HEADER);

        HostileText.forEach(value -> {
            String header = template.render(Map.of("x", value, "all", Map.of("k", value)));

            assertThat(header).startsWith("Token ").doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f\u2028\u2029]");
        });
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (Exception e) {
            throw new AssertionError("Not JSON", e);
        }
    }

    private static Element parse(DocumentBuilder parser, String xml) {
        try {
            return parser.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("Not XML", e);
        }
    }

    private static String withoutXmlForbidden(String text) {
        return text.replaceAll("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]", "");
    }
}
