package org.customactions.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.customactions.template.Escaping;
import org.customactions.template.RenderBudget;
import org.customactions.template.Room;
import org.customactions.template.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCheckTest {

    private static final JsonCheck CHECK = new JsonCheck("empty", "invalid at %d:%d", "out of range");

    @ParameterizedTest
    @ValueSource(strings = {"{}", " [1, \"\\u00e9\"] \n", "\"x\"", "1e400", "null", "{\"a\":1,\"a\":2}", "1\n"})
    void shouldAcceptOneDocument(String text) {
        assertThat(CHECK.complaint(text, Escaping.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "``|empty",
                "` `|empty",
                "{} {}|invalid at 1:4",
                "{}{}|invalid at 1:3",
                "1 2|invalid at 1:3",
                "{\"a\":}|invalid at 1:6",
                "[1,]|invalid at 1:4",
                "{\"a\":1e99999999999}|out of range",
                "NaN|invalid at 1:4",
                "[1|invalid at 1:3",
            })
    void shouldTellWhatIsWrongWithADocument(String text, String problem) {
        assertThat(CHECK.complaint(text, Escaping.JSON)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1}\n{\"a\":2}\n",
                "1\n2\n\"x\"\nnull",
                "\n\n[1,[2]]\r\n\r\n{}",
                "\u001e{\"a\":1}\n\u001e{\"a\":2}\n",
            })
    void shouldAcceptADocumentInEachLine(String text) {
        assertThat(CHECK.complaint(text, Escaping.JSON_LINES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} {}",
                "{\n}",
                "[1,\n2]\n3",
                "1 2\n3",
                "{\"a\":1}\nname=x",
                "{\"a\":\"x\ny\"}",
                "{}\u001e{}",
                "\"a\u001eb\"",
                "{\"a\":\n1}",
            })
    void shouldRefuseLinesThatAreNotOneDocumentEach(String text) {
        assertThat(CHECK.complaint(text, Escaping.JSON_LINES).orElseThrow()).startsWith("invalid at ");
    }

    @Test
    void shouldRefuseLinesWithoutADocument() {
        assertThat(CHECK.complaint("\n \n", Escaping.JSON_LINES)).contains("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEXT", "XML", "FORM"})
    void shouldHaveNothingToSayAboutOtherText(Escaping escaping) {
        assertThat(CHECK.complaint("name=x", escaping)).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNestedTooDeep() {
        assertThat(CHECK.complaint("[".repeat(1_001) + "]".repeat(1_001), Escaping.JSON))
                .isPresent();
        assertThat(CHECK.complaint("[".repeat(1_000) + "]".repeat(1_000), Escaping.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"a\":\"{{name}}\" \"b\":1}|invalid at 1:17",
                "{\"a\":{{name}}}|invalid at 1:6; the text of name cannot stand there without quotes around its tag",
                "[{{n}},{{name}},{{n}}]|invalid at 1:8; the text of name cannot stand there without quotes around its tag",
                "{\"a\":\"{{{quote}}}\"}|invalid at 1:7; the value of quote breaks it there, so write {{quote}} instead of {{{quote}}}",
                "{\"a\":{{n}}\"b\"}|invalid at 1:11",
                "{{! a comment }}[1,{{n}},]|invalid at 1:26",
                "[{{#list}}{{n}},{{/list}}]|invalid at 1:26",
                "[{{#list}}{{n}} {{n}}{{/list}}]|invalid at 1:17",
                "{}}|invalid at 1:3",
                "{{! a comment }}|empty",
                "{{#nothing}}1{{/nothing}}|empty",
            })
    void shouldTellThePlaceInTheTemplate(String template, String problem) {
        var filled = Template.compile(template, Escaping.JSON)
                .fill(
                        Map.of(
                                "name",
                                "A name that is longer than its tag",
                                "quote",
                                "a\"b",
                                "n",
                                123_456_789,
                                "list",
                                List.of(1, 2)),
                        RenderBudget.ofClick(),
                        Room.MOST,
                        StandardCharsets.UTF_8);

        assertThat(CHECK.complaint(filled, Escaping.JSON)).contains(problem);
    }
}
