package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Map<String, Object> SAMPLE = SampleVariables.forPreview();

    @Test
    void shouldFillInVariablesWithAndWithoutSpacesInTheBraces() {
        assertThat(text("{{contact.name}} {{ contact.metadata.order.id }} {{{ user.role }}}{{! a\ncomment }}.", SAMPLE))
                .isEqualTo("Ada Example 1042 agent.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contact.getClass",
                "contact.class",
                "contact.name.length",
                "contact.name.bytes",
                "contact.metadata.size",
                "contact.metadata.keySet",
                "contact.metadata.hashCode",
                "contact.metadata.order.open.booleanValue",
                "contact.tags.empty",
                "contact.tags.isEmpty",
                "contact.tags.size",
                "contact.tags.00",
                "contact.tags.2",
                "contact.tags.-1",
                "contact.name.0",
                "getClass",
                "size",
            })
    void shouldFindNothingByReflection(String name) {
        Template template = Template.compile("[{{%1$s}}{{#%1$s}}x{{/%1$s}}]".formatted(name), Escaping.TEXT);

        assertThat(template.render(SAMPLE)).isEqualTo("[]");
        assertThat(UnknownNames.of(template, SAMPLE)).containsExactly(name);
    }

    @Test
    void shouldNotCallALambda() {
        Function<String, String> lambda = text -> "called";
        Callable<String> callable = () -> "called";

        assertThatThrownBy(() -> text("{{x}}", Map.of("x", lambda))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> text("{{x}}", Map.of("x", callable))).isInstanceOf(IllegalArgumentException.class);
        assertThat(text("{{#x}}content{{/x}}", Map.of("x", lambda))).isEqualTo("content");
    }

    @Test
    void shouldNotReadTagsOutOfAValue() {
        assertThat(text("{{{x}}}", Map.of("x", "{{y}}{{>p}}", "y", "secret"))).isEqualTo("{{y}}{{>p}}");
    }

    @Test
    void shouldSkipASectionForFalseNullMissingAndEmptyValuesButNotForZero() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("no", false);
        variables.put("nothing", null);
        variables.put("blank", "");
        variables.put("none", List.of());
        variables.put("zero", 0);
        variables.put("object", Map.of());

        assertThat(text(sectionsOf("no", "nothing", "missing", "blank", "none", "zero", "object"), variables))
                .isEqualTo("-no -nothing -missing -blank -none +zero +object ");
    }

    @Test
    void shouldRepeatASectionForEachElementAndEnterAnObject() {
        Map<String, Object> variables = Map.of(
                "list", List.of(Map.of("n", 1, "in", List.of("a", "b")), Map.of("n", 2)),
                "object", Map.of("n", 3),
                "n", 0);

        assertThat(text("{{#list}}{{n}}{{#in}}{{.}}{{n}}{{/in}};{{/list}}{{#object}}{{n}}{{/object}}{{n}}", variables))
                .isEqualTo("1a1b1;2;30");
    }

    @Test
    void shouldResolveAPathInTheScopeThatHasItsFirstName() {
        Map<String, Object> variables = Map.of("a", Map.of("b", "outer"), "s", Map.of("a", Map.of("c", "inner")));

        assertThat(text("{{#s}}[{{a.b}}{{a.c}}]{{/s}}", variables)).isEqualTo("[inner]");
    }

    @Test
    void shouldWriteANullElementAsNothing() {
        assertThat(text("{{#list}}[{{.}}]{{/list}}", Map.of("list", Arrays.asList("a", null))))
                .isEqualTo("[a][]");
    }

    @Test
    void shouldKeepTextToTheCharacter() {
        String source = "a\rb\r\nc\r\r\n {{{x}}} \n\n\t{ {} } \ud83d\ude00 $1 \\n";

        assertThat(text(source, Map.of("x", "\r"))).isEqualTo(source.replace("{{{x}}}", "\r"));
    }

    @Test
    void shouldRemoveTheLinesThatSectionsAndCommentsHaveToThemselves() {
        String source = "begin\r\n  {{#x}}\r\nline {{.}}\r\n{{/x}}  \n{{! comment }}\n {{^x}}no{{/x}} \nend\n  {{!c}}";

        assertThat(text(source, Map.of("x", List.of(1, 2)))).isEqualTo("begin\r\nline 1\r\nline 2\r\n  \nend\n");
    }

    @Test
    void shouldLeaveBracesAroundTagsInJson() {
        assertThat(Template.compile("{\"a\":{\"b\":{{x}}}}", Escaping.JSON).render(Map.of("x", Map.of("c", 1))))
                .isEqualTo("{\"a\":{\"b\":{\"c\":1}}}");
    }

    @Test
    void shouldNameTheVariablesThatLeadNowhereOnceAndInOrder() {
        Map<String, Object> variables = new LinkedHashMap<>(SAMPLE);
        variables.put("empty", "");
        variables.put("nothing", null);
        Template template = Template.compile(
                "{{nothing}}{{empty}}{{contact.nmae}}{{#contact.vip}}x{{/contact.vip}}{{^gone}}{{also.gone}}{{/gone}}"
                        + "{{#contact.metadata.order}}{{id}}{{price}}{{/contact.metadata.order}}{{contact.nmae}}"
                        + "{{nothing.more}}{{#contact.tags}}{{.}}{{label}}{{/contact.tags}}",
                Escaping.TEXT);

        assertThat(UnknownNames.of(template, variables))
                .containsExactly("contact.nmae", "contact.vip", "gone", "also.gone", "price", "nothing.more", "label");
    }

    @Test
    void shouldNotJudgeNamesInASkippedSection() {
        Template template = Template.compile("{{#items}}{{price}}{{/items}}", Escaping.TEXT);

        assertThat(UnknownNames.of(template, Map.of("items", List.of()))).isEmpty();
    }

    @Test
    void shouldKnowItsSource() {
        assertThat(Template.compile("a {{b}}\r", Escaping.TEXT).source()).isEqualTo("a {{b}}\r");
    }

    private static String sectionsOf(String... names) {
        StringBuilder source = new StringBuilder();
        for (String name : names) {
            source.append("{{#%1$s}}+%1$s {{/%1$s}}{{^%1$s}}-%1$s {{/%1$s}}".formatted(name));
        }
        return source.toString();
    }

    private static String text(String source, Map<String, Object> variables) {
        return Template.compile(source, Escaping.TEXT).render(variables);
    }
}
