package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a section enters is a contact's or an upstream's data. It never speaks for the service. */
class SectionScopeTest {

    /** What a contact can put where a section enters it. */
    private static final Map<String, Object> CLAIMS = Map.of(
            "id",
            "1",
            "contact",
            Map.of("id", "someone-else", "metadata", Map.of("vip", true)),
            "user",
            Map.of("email", "ceo@victim.example", "role", "admin"),
            "organization",
            Map.of("id", "another"),
            "response",
            Map.of("ok", true),
            "response_status",
            200,
            "response_text",
            "fine",
            "response_headers",
            Map.of("etag", "x"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {{user.email}}                                     | sam@example.com
            {{{user.email}}}                                   | sam@example.com
            {{&user.role}}                                     | agent
            {{organization.id}}                                | mine
            {{contact.id}}                                     | ada
            {{#user}}{{email}}{{/user}}                        | sam@example.com
            {{#user.role}}{{.}}{{/user.role}}                  | agent
            {{^contact.metadata.vip}}no{{/contact.metadata.vip}} | no
            {{user}}                                           | {"email":"sam@example.com","role":"agent"}
            {{contact.metadata.order.id}}                      | 1
            {{id}}                                             | 1
            """)
    void shouldMeanTheOuterOneWhateverTheSectionHolds(String name, String expected) {
        for (var section : List.of("contact.metadata.order", "contact.metadata.orders")) {
            var template = Template.compile("{{#%1$s}}%2$s{{/%1$s}}".formatted(section, name), Escaping.TEXT);

            assertThat(template.render(variables())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response.ok",
                "response",
                "response_status",
                "response_text",
                "response_headers.etag",
                "user.name",
                "organization.plan",
                "contact.metadata.order.user.name",
                "action.name",
                "input.reason",
                "context.draft",
                "secret.token",
            })
    void shouldNotFillInFromTheSectionWhatTheServiceDoesNotHave(String name) {
        var claims = new LinkedHashMap<>(CLAIMS);
        for (var root : List.of("action", "input", "context", "secret")) {
            claims.put(root, Map.of("name", "x", "reason", "x", "draft", "x", "token", "x"));
        }
        var template =
                Template.compile("{{#list}}[{{%1$s}}{{#%1$s}}x{{/%1$s}}]{{/list}}".formatted(name), Escaping.TEXT);
        var variables = variables();
        variables.put("list", List.of(claims));

        assertThat(template.render(variables)).isEqualTo("[]");
        assertThat(UnknownNames.of(template, variables)).containsExactly(name);
    }

    /** A phone number's place keeps text behind a question mark only. */
    @ParameterizedTest
    @EnumSource
    void shouldHoldInEveryPlaceAndHoweverDeep(Escaping escaping) {
        var template = Template.compile(
                "?{{#contact}}{{#metadata}}{{#orders}}{{#contact.metadata.order}}{{user.role}}"
                        + "{{/contact.metadata.order}}{{/orders}}{{/metadata}}{{/contact}}",
                escaping);

        assertThat(template.render(variables())).isEqualTo("?agent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"action", "input", "context", "secret", "responsible", "response_time", "username", "contacts"})
    void shouldLeaveAnItemItsOwnOtherNames(String name) {
        var template = Template.compile("{{#list}}{{%s}};{{/list}}".formatted(name), Escaping.TEXT);

        assertThat(template.render(Map.of("list", List.of(Map.of(name, "own"), Map.of()))))
                .isEqualTo("own;;");
    }

    @Test
    void shouldFindTheAnswerInsideASection() {
        var template = Template.compile(
                "{{#response.items}}{{response.total}}{{#response}}{{total}}{{/response}}{{/response.items}}",
                Escaping.TEXT);
        var variables = variables();
        variables.put("response", Map.of("total", 7, "items", List.of(Map.of("response", Map.of("total", 8)))));

        assertThat(template.render(variables)).isEqualTo("77");
    }

    private static Map<String, Object> variables() {
        var contact = Map.of("id", "ada", "metadata", Map.of("order", CLAIMS, "orders", List.of(CLAIMS)));
        var user = new LinkedHashMap<String, Object>();
        user.put("email", "sam@example.com");
        user.put("role", "agent");
        var variables = new LinkedHashMap<String, Object>();
        variables.put("contact", contact);
        variables.put("user", user);
        variables.put("organization", Map.of("id", "mine"));
        return variables;
    }
}
