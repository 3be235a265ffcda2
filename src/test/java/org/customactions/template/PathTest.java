package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indices, names in brackets, positions in lists, texts in quotes. */
class PathTest {

    private static final Map<String, Object> VARIABLES = Map.of(
            "contact",
            Map.of(
                    "tags",
                    List.of("vip", "sales"),
                    "metadata",
                    Map.of(
                            "Order Number",
                            "A-1",
                            "order.id",
                            "7",
                            "a}}b",
                            "braces",
                            "0",
                            "zeroth",
                            "x",
                            List.of("list"))),
            "response",
            Map.of(
                    "items",
                    List.of(Map.of("id", 11), Map.of("id", 12)),
                    "@odata.id",
                    "o",
                    "rows",
                    List.of(List.of("a", "b"), List.of("c")),
                    "holes",
                    Arrays.asList(null, 1)));

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            {{response.items.0.id}}                                    ! 11
            {{response.items.1.id}}                                    ! 12
            {{response.items.2.id}}                                    ! ``
            {{response.items.01.id}}                                   ! ``
            {{response.items.99999999999.id}}                          ! ``
            {{response.items.[0].id}}                                  ! 11
            {{response.holes.0}}                                       ! ``
            {{contact.tags.0}}{{contact.tags.1}}                       ! vipsales
            {{contact.metadata.0}}                                     ! zeroth
            {{contact.metadata.[Order Number]}}                        ! A-1
            {{ contact . metadata }}                                   ! refused
            {{contact.metadata.[order.id]}}                            ! 7
            {{contact.metadata.order.id}}                              ! ``
            {{contact.metadata.[a}}b]}}                                ! braces
            {{response.[@odata.id] | upper}}                           ! O
            {{#contact.metadata.[x]}}{{.}}{{/contact.metadata.[x]}}    ! list
            {{#contact.metadata}}{{[Order Number]}}{{/contact.metadata}} ! A-1
            {{#response.rows}}{{0}}{{1}};{{/response.rows}}            ! ab;c;
            {{[contact].[tags].0}}                                     ! vip
            {{#contact.tags}}{{-index}}{{.}}{{^-last}}, {{/-last}}{{/contact.tags}} ! 1vip, 2sales
            {{#contact.tags}}{{#-first}}<{{/-first}}{{.}}{{#-last}}>{{/-last}}{{/contact.tags}} ! <vipsales>
            {{#response.rows}}{{-index}}({{#.}}{{-index}}{{.}}{{^-last}} {{/-last}}{{/.}}){{^-last}},{{/-last}}{{/response.rows}} ! 1(1a 2b),2(1c)
            {{#response.items}}{{#contact}}{{-index}}{{/contact}}{{/response.items}} ! 12
            {{-first}}{{-index}}{{#contact}}{{-last}}{{/contact}}      ! ``
            {{#contact.tags}}{{-first}}{{-last}} {{/contact.tags}}     ! `truefalse falsetrue `
            {{"{{1}}"}}                                                ! {{1}}
            {{{"{{{1}}}"}}}                                            ! {{{1}}}
            {{ "a \\"b\\" \\\\ c" }}                                   ! a "b" \\ c
            {{"ab" | upper}}                                           ! AB
            {{""}}                                                     ! ``
            """)
    void shouldFind(String source, String expected) {
        String found;
        try {
            found = Template.compile(source, Escaping.TEXT).render(VARIABLES);
        } catch (TemplateException e) {
            found = "refused";
        }
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void shouldEscapeATextInQuotesForItsPlace() {
        assertThat(Template.compile("[\"{{\"{{1}} \\\"a\\\"\"}}\"]", Escaping.JSON)
                        .render(Map.of()))
                .isEqualTo("[\"{{1}} \\\"a\\\"\"]");
    }

    @Test
    void shouldWriteAListOfObjects() {
        var template = Template.compile(
                "{\"tags\":[{{#contact.tags}}{\"name\":\"{{.}}\"}{{^-last}},{{/-last}}{{/contact.tags}}]}",
                Escaping.JSON);

        assertThat(template.render(VARIABLES)).isEqualTo("{\"tags\":[{\"name\":\"vip\"},{\"name\":\"sales\"}]}");
    }

    @Test
    void shouldTellWhichVariablesATemplateNames() {
        var template = Template.compile(
                "{{secret.a | base64}}\n {{#secret.b}}x{{/secret.b}}{{^secret.c}}{{/secret.c}}{{{secret.[d]}}}{{\"secret.e\"}}"
                        + "{{contact.name}}{{.}}",
                Escaping.TEXT);

        var secrets =
                template.variables().stream().filter(use -> use.isOf("secret")).toList();

        assertThat(secrets)
                .extracting(VariableUse::name)
                .containsExactly("secret.a", "secret.b", "secret.c", "secret.[d]");
        assertThat(secrets.get(0))
                .isEqualTo(new VariableUse("secret.a", List.of("secret", "a"), List.of("base64"), 1, 1));
        assertThat(secrets.get(1).line()).isEqualTo(2);
        assertThat(secrets.get(3).segments()).containsExactly("secret", "d");
    }
}
