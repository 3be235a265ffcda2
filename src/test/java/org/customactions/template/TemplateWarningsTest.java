package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateWarningsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"{{contact.name}}\",\"tags\":{{contact.tags}}}",
                "\n [{{contact.name | json}}]",
                "{\"a\":\"b=c&d\",\"n\":\"{{contact.name}}\"}"
            })
    void shouldTellOfJsonUnderTheTypeOfAForm(String source) {
        assertThat(Template.compile(source, Escaping.FORM).warnings(SampleVariables.forChecking()))
                .containsExactly("This is JSON, but its Content-Type is that of a form, so values are written as in a"
                        + " form; set Content-Type to application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":{{contact.name | json}}}",
                "{\"name\":\"{{{contact.name}}}\"}",
                "[{{contact.name}}] wrote",
                "{contact: {{contact.name}}}",
                "query { user(name: \"{{contact.name}}\") { id } }",
                "{{contact.name}} {\"a\":1}"
            })
    void shouldNotTakeForJsonWhatMayBeText(String source) {
        assertThat(warnings(source)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            contact.nmae,               ; did you mean contact.name?
            contact.Name,               ; did you mean contact.name?
            contcat.name,               ; did you mean contact.name?
            contact_name,               ; did you mean contact.name?
            contact.metdata.plan,       ; did you mean contact.metadata.plan?
            contact.metdata.[Plan A].b, ; did you mean contact.metadata.[Plan A].b?
            name,                       ; did you mean contact.name?
            usr.email,                  ; did you mean user.email?
            organisation.name,          ; did you mean organization.name?
            input_reason,               ''
            imput.reason,               ; did you mean input.reason?
            contact.email,              ''
            user.shoe_size,             ''
            response.id,                ''
            1,                          '; write {{"{{1}}"}} to send {{1}} itself'
            contact.metdata.x,          ; did you mean contact.metadata.x?
            contxt.a,                   ; did you mean context.a?
            -first,                     ''
            execution.ID,               ; did you mean execution.id?
            """)
    void shouldTellOfAnUnknownName(String name, String hint) {
        var expected = name + " is not a known variable" + hint;

        assertThat(warnings("{{%s}}".formatted(name))).isEqualTo(expected);
        assertThat(warnings("{{#%1$s}}x{{/%1$s}}{{^%1$s}}y{{/%1$s}}{{{%1$s | default 1}}}".formatted(name)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{contact.id}}{{contact.metadata}}{{contact.metadata.a.b}}{{contact.metadata.[a b]}}{{contact.tags.0}}",
                "{{action.id}}{{action.name}}{{execution.id}}{{now}}{{input.reason}}{{context.draft.text}}{{secret.token}}",
                "{{#contact.tags}}{{.}}{{-first}}{{-last}}{{-index}}{{/contact.tags}}",
                "{{#contact.metadata.items}}{{price}}{{a.b}}{{-index}}{{contact.name}}{{/contact.metadata.items}}",
                "{{^contact.metadata.items}}{{contact.name}}{{/contact.metadata.items}}",
                "{{#contact}}{{name}}{{#metadata}}{{anything}}{{/metadata}}{{/contact}}",
                "{{#context.list}}{{x}}{{#y}}{{z}}{{/y}}{{/context.list}}",
                "{{.}}{{\"{{contact.nmae}}\"}}{{! contact.nmae }}",
            })
    void shouldBeSilentAboutWhatMayBe(String source) {
        assertThat(warnings(source)).isEmpty();
    }

    @Test
    void shouldJudgeRootsInSectionsToo() {
        assertThat(warnings("{{#contact.metadata.items}}{{contact.nmae}}{{/contact.metadata.items}}"))
                .isEqualTo("contact.nmae is not a known variable; did you mean contact.name?");
        assertThat(warnings("{{#contact}}{{nmae}}{{/contact}}"))
                .isEqualTo("nmae is not a known variable; did you mean contact.name?");
    }

    @Test
    void shouldKnowTheAnswerInResults() {
        var source = "{{response.a.0.b}}{{response_status}}{{response_text}}{{response_headers.location}}";

        assertThat(Template.compile(source, Escaping.TEXT).warnings(SampleVariables.forCheckingResults()))
                .isEmpty();
        assertThat(Template.compile(source, Escaping.TEXT).warnings(SampleVariables.forChecking()))
                .hasSize(4);
    }

    @Test
    void shouldTellOfEachNameOnceAndOfTwentyAtMost() {
        var many = IntStream.range(0, 900)
                .mapToObj("{{contact.zzzz%d}}"::formatted)
                .collect(Collectors.joining());

        assertThat(warnings("{{x}}{{x}}")).isEqualTo("x is not a known variable");
        assertThat(Template.compile(many, Escaping.TEXT).warnings(SampleVariables.forChecking()))
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            URL  ! https://a.example/i?filter={"n":{"_eq":"{{contact.name}}"}}          ! filter
            URL  ! https://a.example/i?a=1&filter=[{{contact.name | upper}}]#x          ! filter
            URL  ! https://a.example/i?filter=%7B%22n%22:%22{{contact.name}}%22%7D      ! filter
            URL  ! https://a.example/i?filter={"n":{{contact.name | json}}}             ! ``
            URL  ! https://a.example/i?q={{contact.name}}&f={"a":1}                     ! ``
            URL  ! https://a.example/{{contact.name}}?q=a{b}{{contact.name}}            ! ``
            URL  ! https://a.example/i?f={"a":1}#{{contact.name}}                       ! ``
            FORM ! payload={"text":"{{contact.name}}"}                                  ! payload
            FORM ! a=1&payload={"text":{{contact.name | json}}}                         ! ``
            TEXT ! ?filter={"n":"{{contact.name}}"}                                     ! ``
            """)
    void shouldTellOfAValueInTheJsonOfAParameter(Escaping escaping, String source, String parameter) {
        var warnings = Template.compile(source, escaping).warnings(SampleVariables.forChecking());

        if (parameter == null || parameter.isEmpty()) {
            assertThat(warnings).isEmpty();
        } else {
            assertThat(warnings)
                    .containsExactly(
                            "contact.name stands in JSON in the parameter " + parameter
                                    + ", where nothing escapes it; write {{contact.name | json}} there, without quotes around it");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            JSON       ! {"content":"{\\"text\\":\\"{{contact.name}}\\"}"}                  ! true
            JSON       ! {"a":"x","content":"[{\\"t\\":\\"a{{contact.name | html}}\\"}]"}    ! true
            JSON       ! {"query":"mutation { add(name: \\"{{contact.name}}\\") { id } }"}    ! true
            JSON       ! {"query":"{ user(name: \\"{{contact.name | upper}}\\") { id } }"}    ! true
            JSON_LINES ! {"content":"{\\"text\\":\\"{{contact.name}}\\"}"}                  ! true
            JSON       ! {"content":"{\\"text\\":{{contact.name | json}}}"}                 ! false
            JSON       ! {"content":"{\\"text\\":\\"x\\"}","name":"{{contact.name}}"}       ! false
            JSON       ! {"text":"[CRM] \\"{{contact.name}}\\" called"}                     ! false
            JSON       ! {"text":"He said \\"{{contact.name}}\\""}                          ! false
            JSON       ! {"text":"{{contact.name}}"}                                        ! false
            XML        ! <a b='{"c":"{{contact.name}}"}'/>                                  ! false
            """)
    void shouldTellOfAValueInTheJsonOfAText(Escaping escaping, String source, boolean tells) {
        assertThat(Template.compile(source, escaping).warnings(SampleVariables.forChecking()))
                .isEqualTo(
                        tells
                                ? List.of("contact.name stands in JSON or GraphQL that is a text of JSON, where nothing"
                                        + " escapes it for the inner one; write {{contact.name | json}} there, without"
                                        + " quotes around it")
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            {"name":"{{contact.name}}"}                                 ! true
            ` \n[ {"name":"{{contact.name | upper}}"}]`                 ! true
            {"name":{{contact.name | json}},"n":"{{contact.tags | size}}"} ! false
            [{{contact.name}}] called                                   ! false
            {{contact.name}} {"a":1}                                    ! false
            """)
    void shouldTellOfJsonUnderAnotherType(String source, boolean tells) {
        assertThat(warnings(source))
                .isEqualTo(
                        tells
                                ? "contact.name stands in JSON, where nothing escapes it, because the Content-Type of a"
                                        + " body has to be that of JSON; set it to application/json, or write"
                                        + " {{contact.name | json}} without quotes around it"
                                : "");
    }

    private static String warnings(String source) {
        return String.join("\n", Template.compile(source, Escaping.TEXT).warnings(SampleVariables.forChecking()));
    }

    @Test
    void shouldNotBeUnknownWhatIsOnlyNotGiven() {
        var variables = Variables.of(Map.of()).withNamed(Map.of("input", Variables.open(Map.of("given", 1))));
        var template = Template.compile("{{input.given}}{{input.other}}{{input.given.more}}{{other}}", Escaping.TEXT);

        assertThat(UnknownNames.of(template, variables)).containsExactly("other");
        assertThat(template.render(variables)).isEqualTo("1");
    }
}
