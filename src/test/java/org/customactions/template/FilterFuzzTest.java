package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** In every place, what a filter makes of thousands of random values parses back to what it made. */
class FilterFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> FILTERS = List.of(
            "default \"\\\"}\"",
            "default 0 | required",
            "upper",
            "lower",
            "trim",
            "truncate 5",
            "replace \"\\\"\" \"]]>\"",
            "digits",
            "tel",
            "join \"<\"",
            "first",
            "last",
            "size",
            "json",
            "url",
            "html",
            "base64",
            "sha256",
            "size | date \"'<\\\"&]]>{' yyyy\"",
            "json | json | upper | truncate 7");

    private record Place(String name, Escaping escaping, String source, Function<String, String> read) {}

    private static final List<Place> PLACES = List.of(
            new Place(
                    "JSON",
                    Escaping.JSON,
                    "{\"a\":\"%s\",\"b\":1}",
                    text -> json(text).get("a").textValue()),
            new Place(
                    "line",
                    Escaping.JSON_LINES,
                    "{\"a\":\"%s\"}",
                    text -> json(text).get("a").textValue()),
            new Place("form", Escaping.FORM, "a=%s&b=1", text -> decoded(text.substring(2, text.indexOf('&')))),
            new Place("URL", Escaping.URL, "a=%s&b=1", text -> decoded(text.substring(2, text.indexOf('&')))),
            new Place("XML", Escaping.XML, "<r a=\"x\"><n>%s</n></r>", FilterFuzzTest::xml),
            new Place("CDATA", Escaping.XML, "<r><n><![CDATA[%s]]></n></r>", FilterFuzzTest::xml),
            new Place("header", Escaping.HEADER, "%s", text -> text));

    @Test
    void shouldTryEveryFilter() {
        assertThat(ConsoleNamesTest.filters())
                .allMatch(name -> FILTERS.stream().anyMatch(filters -> filters.matches("(.*\\| )?" + name + "( .*)?")));
    }

    @Test
    void shouldParseBackInEveryPlace() {
        HostileText.forSome(60, FilterFuzzTest::check);
    }

    @Test
    @Full
    void shouldParseBackInEveryPlaceForAllValues() {
        HostileText.forEach(FilterFuzzTest::check);
    }

    /** Also what is no text, and what is long. */
    @Test
    void shouldParseBackValuesOfEveryKind() {
        var hostile = "a\"'\\<b>&]]>\r\n\u2028\u0001\ud83d\ude00\ud83d";
        var kinds = Arrays.asList(
                null,
                true,
                0,
                new BigDecimal("10.50"),
                new BigInteger("175928847299117063123"),
                List.of(),
                List.of(hostile, List.of(hostile), 1),
                Arrays.asList(hostile, null),
                Map.of(),
                Map.of(hostile, hostile, "list", List.of(hostile)),
                hostile.repeat(64 * 1024 / hostile.length()));

        for (var value : kinds) {
            checkEverywhere(Collections.singletonMap("x", value));
        }
    }

    private static void check(String value) {
        var variables = Map.<String, Object>of("x", value);
        checkEverywhere(variables);
        assertThat(json(Template.compile("[{{x | json}}]", Escaping.JSON).render(variables))
                        .get(0)
                        .textValue())
                .isEqualTo(HostileText.wellFormed(value));
    }

    private static void checkEverywhere(Map<String, Object> variables) {
        for (var filter : FILTERS) {
            var tag = "{{x | %s}}".formatted(filter);
            var made = Template.compile(tag, Escaping.TEXT).render(variables);
            for (var place : PLACES) {
                var filled = Template.compile(place.source().replace("%s", tag), place.escaping())
                        .render(variables);

                assertThat(place.read().apply(filled))
                        .as("%s of %s", filter, place.name())
                        .isEqualTo(kept(made, place));
            }
            outsideQuotes(tag, variables);
            assertThat(Template.compile("tel:" + tag, Escaping.PHONE_URL).render(variables))
                    .as("%s of a phone number", filter)
                    .matches("tel:\\+?[0-9]*");
        }
    }

    /** It may be no JSON, which is found before it is sent, but never more than one value. */
    private static void outsideQuotes(String tag, Map<String, Object> variables) {
        try {
            var json = JSON.readTree(
                    Template.compile("[[%s],[1]]".formatted(tag), Escaping.JSON).render(variables));
            assertThat(json.size()).isEqualTo(2);
            assertThat(json.get(0).size()).isLessThanOrEqualTo(1);
        } catch (JsonProcessingException | RenderException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static String kept(String made, Place place) {
        return switch (place.name()) {
            case "XML" -> withoutXmlForbidden(made);
            // A parser reads any line break as a line feed.
            case "CDATA" -> withoutXmlForbidden(made).replaceAll("\r\n?", "\n");
            case "header" -> made.replaceAll("[\\p{Cntrl}\u0080-\u009f\u2028\u2029]", "");
            default -> made;
        };
    }

    private static String withoutXmlForbidden(String text) {
        return text.replaceAll("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]", "");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON", e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String xml(String text) {
        try {
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
            assertThat(root.getElementsByTagName("*").getLength()).isEqualTo(1);
            return root.getTextContent();
        } catch (Exception e) {
            throw new AssertionError("Not XML", e);
        }
    }
}
