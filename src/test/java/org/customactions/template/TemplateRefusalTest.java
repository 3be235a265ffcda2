package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateRefusalTest {
    private static final String NO_NAME =
            "A tag's name must be words joined by dots, such as contact.name; put a word that"
                    + " has other characters in brackets, such as contact.metadata.[Order Number]";

    private static final String NO_INDEX =
            "The number of a list's element follows a dot, from 0, such as response.items.0.id";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "{{> p}}              | Partials ({{>name}}) are not supported",
                "{{>*p}}              | Partials ({{>name}}) are not supported",
                "{{<p}}{{/p}}         | Parents ({{<name}}) are not supported",
                "{{$b}}{{/b}}         | Blocks ({{$name}}) are not supported",
                "{{%PRAGMA}}          | Pragmas ({{%name}}) are not supported",
                "{{?x}}{{/x}}         | Tests ({{?name}}) are not supported; write a section, {{#name}}",
                "{{*x}}               | Dynamic names ({{*name}}) are not supported",
                "{{=<% %>=}}          | Tags that set other delimiters are not supported",
                "{{ =[ ]= }}          | Tags that set other delimiters are not supported",
                "{{x                  | A tag that opens with {{ is not closed with }}",
                "{{x} }               | A tag that opens with {{ is not closed with }}",
                "{{x {{y}}            | A tag that opens with {{ is not closed with }}",
                "{{{x}}               | A tag that opens with {{{ is not closed with }}}",
                "{{{x                 | A tag that opens with {{{ is not closed with }}}",
                "{{{{x}}}}            | " + NO_NAME,
                "{{}}                 | A tag is empty; write a variable between {{ and }}",
                "{{   }}              | A tag is empty; write a variable between {{ and }}",
                "{{{ }}}              | A tag has no name",
                "{{#}}{{/}}           | A tag has no name",
                "{{&}}                | A tag has no name",
                "{{contact name}}     | " + NO_NAME,
                "{{contact..name}}    | " + NO_NAME,
                "{{#*x}}{{/*x}}       | " + NO_NAME,
                "{{contact[\"a\"]}}   | " + NO_NAME,
                "{{.name}}            | " + NO_NAME,
                "{{contact.tags[0]}}  | " + NO_INDEX,
                "{{#a.b[12].c}}{{/a.b[12].c}} | " + NO_INDEX,
                "{{#a}}x              | The section a is not closed with {{/a}}",
                "{{/a}}               | {{/a}} closes a section that was not opened",
            })
    void shouldRefuseWithTheReasonAndThePlace(String tag, String problem) {
        TemplateException refusal = refusal("first line {{ok}}\r\n \"é\": " + tag, Escaping.TEXT);

        assertThat(refusal).hasMessage(problem + " (line 2, column 7)");
        assertThat(refusal.line()).isEqualTo(2);
        assertThat(refusal.column()).isEqualTo(7);
    }

    @Test
    void shouldRefuseAMismatchedEndAtTheEnd() {
        assertThat(refusal("{{#a}}\n{{#b}}{{/a}}{{/b}}", Escaping.TEXT))
                .hasMessage("{{/a}} appears where {{/b}} is expected (line 2, column 7)");
    }

    @Test
    void shouldRefuseAnEarlierUnclosedSectionAtItsStart() {
        assertThat(refusal("{{#a}}\n{{#b}}{{/b}}", Escaping.TEXT))
                .hasMessage("The section a is not closed with {{/a}} (line 1, column 1)");
    }

    @Test
    void shouldRefuseATagThatRunsOverALine() {
        assertThat(refusal("{{contact\n.name}}", Escaping.TEXT))
                .hasMessage("A tag that opens with {{ is not closed with }} (line 1, column 1)");
    }

    @Test
    void shouldNestTwentyLevelsAndRefuseTheNext() {
        assertThatCode(() -> Template.compile("{{#a}}".repeat(20) + "{{/a}}".repeat(20), Escaping.TEXT))
                .doesNotThrowAnyException();
        assertThat(refusal("{{#a}}".repeat(21) + "{{/a}}".repeat(21), Escaping.TEXT))
                .hasMessage("Sections are nested deeper than 20 levels (line 1, column 121)");
    }

    @Test
    void shouldNotOverflowOnHundredsOfOpenSections() {
        assertThat(refusal("{{^a}}".repeat(1_000), Escaping.TEXT).column()).isEqualTo(121);
    }

    @Test
    void shouldTakeAThousandTagsAndRefuseTheNext() {
        assertThatCode(() -> Template.compile("{{a}}\n".repeat(1_000), Escaping.TEXT))
                .doesNotThrowAnyException();
        assertThat(refusal("{{a}}\n".repeat(1_001), Escaping.TEXT))
                .hasMessage("The template has more than 1,000 tags (line 1001, column 1)");
    }

    @Test
    void shouldRefuseANameOfMoreThan255Characters() {
        assertThatCode(() -> Template.compile("{{" + "a".repeat(255) + "}}", Escaping.TEXT))
                .doesNotThrowAnyException();
        assertThat(refusal("{{" + "a".repeat(256) + "}}", Escaping.TEXT).getMessage())
                .startsWith("This tag is not closed, or its name is longer than 255 characters");
    }

    @Test
    void shouldRefuseASourceOfMoreThan262144Characters() {
        assertThat(refusal("a\n".repeat(131_072) + "b", Escaping.TEXT))
                .hasMessage("The template has more than 262,144 characters (line 131073, column 1)");
    }

    @Test
    void shouldRefuseATagInJsonThatABackslashWouldChange() {
        assertThat(refusal("{\"a\":\"\\{{x}}\"}", Escaping.JSON))
                .hasMessage("A tag in JSON must not follow a single backslash; remove it or write two"
                        + " (line 1, column 8)");
        assertThat(refusal("\"\\{{#x}}n{{/x}}\"", Escaping.JSON).column()).isEqualTo(3);
        assertThatCode(() -> Template.compile("\"\\\\{{x}}\"", Escaping.JSON)).doesNotThrowAnyException();
        assertThatCode(() -> Template.compile("\\{{x}}", Escaping.TEXT)).doesNotThrowAnyException();
    }

    private static TemplateException refusal(String source, Escaping escaping) {
        TemplateException refusal =
                catchThrowableOfType(TemplateException.class, () -> Template.compile(source, escaping));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
