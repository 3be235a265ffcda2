package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EscapingTest {
    private static final String HOSTILE = "a\"b\\c<d>&'e\r\nX-Evil: 1\t\u0000\u2028\u00e9\ud83d\ude00+ %/?#";

    @ParameterizedTest
    @CsvSource({
        "application/json,JSON",
        "Application/JSON; charset=utf-8,JSON",
        "application/vnd.api+json,JSON",
        "text/json,JSON",
        "application/x-json,JSON",
        "application/json-rpc,JSON",
        "'application/json, text/plain',JSON",
        "application/x-ndjson,JSON_LINES",
        "application/jsonl,JSON_LINES",
        "application/jsonlines,JSON_LINES",
        "application/json-seq,JSON_LINES",
        "application/x-www-form-urlencoded,FORM",
        "application/xml,XML",
        "TEXT/XML;charset=x,XML",
        "application/soap+xml,XML",
        "text/plain,TEXT",
        "application/jsonp,TEXT",
        "'',TEXT",
    })
    void shouldChooseTheEscapingOfABodyByItsContentType(String contentType, Escaping expected) {
        assertThat(Escaping.ofContentType(contentType)).isEqualTo(expected);
    }

    @Test
    void shouldTakeABodyWithoutContentTypeForText() {
        assertThat(Escaping.ofContentType(null)).isEqualTo(Escaping.TEXT);
    }

    @Test
    void shouldEscapeAStringForJson() {
        assertThat(Template.compile("\"{{x}}\"", Escaping.JSON).render(Map.of("x", HOSTILE)))
                .isEqualTo("\"a\\\"b\\\\c<d>&'e\\r\\nX-Evil: 1\\t\\u0000\\u2028\u00e9\ud83d\ude00+ %/?#\"");
    }

    @Test
    void shouldEncodeAStringForAForm() {
        assertThat(render(Escaping.FORM, HOSTILE))
                .isEqualTo("a%22b%5Cc%3Cd%3E%26%27e%0D%0AX-Evil%3A+1%09%00%E2%80%A8%C3%A9%F0%9F%98%80%2B+%25%2F%3F%23");
    }

    @Test
    void shouldEscapeAStringForXmlAndDropWhatXmlForbids() {
        assertThat(render(Escaping.XML, HOSTILE + "\uffff"))
                .isEqualTo("a&quot;b\\c&lt;d&gt;&amp;&#39;e&#13;&#10;X-Evil: 1&#9;\u2028\u00e9\ud83d\ude00+ %/?#");
    }

    @Test
    void shouldLeaveAStringInAnyOtherBodyAsItIs() {
        assertThat(render(Escaping.TEXT, HOSTILE)).isEqualTo(HOSTILE);
    }

    @Test
    void shouldRemoveControlCharactersFromAHeaderValue() {
        assertThat(render(Escaping.HEADER, HOSTILE + "\u007f\u0085\u2029"))
                .isEqualTo("a\"b\\c<d>&'eX-Evil: 1\u00e9\ud83d\ude00+ %/?#");
    }

    @Test
    void shouldPercentEncodeAStringForAUrl() {
        assertThat(render(Escaping.URL, "+1 555-._~é" + HOSTILE))
                .isEqualTo("%2B1%20555-._~%C3%A9a%22b%5Cc%3Cd%3E%26%27e%0D%0AX-Evil%3A%201%09%00%E2%80%A8%C3%A9"
                        + "%F0%9F%98%80%2B%20%25%2F%3F%23");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSON|{\"k\":[\"<é&\\\"\",true,null,1]}",
                "JSON_LINES|{\"k\":[\"<é&\\\"\",true,null,1]}",
                "FORM|%7B%22k%22%3A%5B%22%3C%C3%A9%26%5C%22%22%2Ctrue%2Cnull%2C1%5D%7D",
                "XML|{&quot;k&quot;:[&quot;&lt;é&amp;\\&quot;&quot;,true,null,1]}",
                "TEXT|{\"k\":[\"<é&\\\"\",true,null,1]}",
                "HEADER|{\"k\":[\"<é&\\\"\",true,null,1]}",
                "URL|%7B%22k%22%3A%5B%22%3C%C3%A9%26%5C%22%22%2Ctrue%2Cnull%2C1%5D%7D",
            })
    void shouldWriteOtherValuesAsJsonAndEscapeThatForThePlace(Escaping escaping, String expected) {
        assertThat(render(escaping, Map.of("k", Arrays.asList("<é&\"", true, null, 1))))
                .isEqualTo(expected);
    }

    @Test
    void shouldRemoveControlCharactersFromJsonInAHeaderValue() {
        assertThat(render(Escaping.HEADER, List.of("a\u0085b\u007fc\r\nd"))).isEqualTo("[\"abc\\r\\nd\"]");
    }

    @Test
    void shouldWriteEveryKindOfNumberAsJson() {
        List<Object> numbers = List.of(
                1, 2L, 1.5, new BigInteger("123456789012345678901234567890"), new BigDecimal("0.10"), Double.NaN);

        assertThat(render(Escaping.JSON, numbers)).isEqualTo("[1,2,1.5,123456789012345678901234567890,0.10,null]");
    }

    @Test
    void shouldNotExpandAHugeExponent() {
        assertThat(render(Escaping.TEXT, new BigDecimal("1e999999"))).isEqualTo("1E+999999");
    }

    @ParameterizedTest
    @EnumSource
    void shouldReplaceALoneSurrogateInEveryPlace(Escaping escaping) {
        String plain = render(escaping, "a\ufffdb");

        assertThat(render(escaping, "a\ud800b")).isEqualTo(plain);
        assertThat(render(escaping, "a\udc00b")).isEqualTo(plain);
        assertThat(Template.compile("{{{x}}}", escaping).render(Map.of("x", "a\ud800b")))
                .isEqualTo("a\ufffdb");
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteAnUnescapedStringAsItIsAndOtherValuesAsJson(Escaping escaping) {
        Map<String, Object> variables = Map.of("text", "\"<&>/ é", "other", List.of("<"));

        String rendered =
                Template.compile("{{{text}}}|{{& text }}|{{{other}}}", escaping).render(variables);

        assertThat(rendered).isEqualTo("\"<&>/ é|\"<&>/ é|[\"<\"]");
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteNullMissingAndEmptyValuesAsNothing(Escaping escaping) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("null", null);
        variables.put("empty", "");

        assertThat(Template.compile("[{{null}}{{empty}}{{missing}}{{{missing}}}]", escaping)
                        .render(variables))
                .isEqualTo("[]");
    }

    @Test
    void shouldRefuseAHeaderValueIntoWhichAnUnescapedVariableBringsALineBreak() {
        Template template = Template.compile("Bearer {{{x}}}", Escaping.HEADER);

        assertThatThrownBy(() -> template.render(Map.of("x", "a\r\nX-Evil: 1")))
                .isInstanceOf(RenderException.class)
                .hasMessage("A header value contains a line break or another control character;"
                        + " write {{name}} instead of {{{name}}} so that they are left out");
    }

    @Test
    void shouldWriteDataThatIsNestedAsDeeplyAsCanBeRead() {
        assertThat(render(Escaping.JSON, nested(1_000))).startsWith("[[[[").hasSize(2_000);
    }

    @Test
    void shouldRefuseDataThatIsNestedDeeper() {
        assertThatThrownBy(() -> render(Escaping.JSON, nested(1_001)))
                .isInstanceOf(RenderException.class)
                .hasMessage("A variable is nested deeper than 1,000 levels; send a flatter one");
    }

    private static Object nested(int levels) {
        List<Object> value = List.of();
        for (int i = 1; i < levels; i++) {
            value = Collections.singletonList(value);
        }
        return value;
    }

    private static String render(Escaping escaping, Object value) {
        return Template.compile("{{x}}", escaping).render(Map.of("x", value));
    }
}
