package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customactions.url.UrlException;
import org.customactions.url.UrlForms;
import org.customactions.url.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTemplateTest {
    @Test
    void shouldEncodeVariablesAsComponents() {
        UrlTemplate template = UrlTemplate.compile(
                "HTTPS://CRM.example.com/c/{{contact.phone_number}}?n={{contact.name}}&o={{contact.metadata.order}}",
                Urls.WEB);

        Map<String, Object> contact = Map.of("phone_number", "+1 555", "name", "a&b=c#d/é", "metadata", Map.of());

        assertThat(template.render(Map.of("contact", contact)))
                .isEqualTo("https://crm.example.com/c/%2B1%20555?n=a%26b%3Dc%23d%2F%C3%A9&o=");
    }

    @Test
    void shouldWriteOtherValuesAsEncodedJson() {
        assertThat(render("https://example.com/?a={{a}}&b={{b}}", Map.of("a", List.of("x", 1), "b", true)))
                .isEqualTo("https://example.com/?a=%5B%22x%22%2C1%5D&b=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{x}}",
                "{{{x}}}",
                "{{{scheme}}}://example.com/",
                "http{{s}}://example.com/",
                "ht{{!}}tp://example.com/",
                "https:{{x}}",
                "https:/{{x}}/",
                "javascript:alert('{{x}}')",
                "data:text/html,{{x}}",
                "file:///{{x}}",
                "\nhttps://example.com/",
            })
    void shouldRefuseASchemeThatIsNotWrittenOut(String source) {
        assertThatThrownBy(() -> UrlTemplate.compile(source, Urls.LINK))
                .isInstanceOf(UrlException.class)
                .hasMessage("The URL must start with http://, https://, mailto:, tel: or a single /");
    }

    @Test
    void shouldRefuseAHostWithoutAScheme() {
        assertThatThrownBy(() -> UrlTemplate.compile("//example.com/{{x}}", Urls.LINK))
                .hasMessage("A URL that starts with / must not start with //, which names another host");
    }

    @ParameterizedTest
    @CsvSource({
        "https://{{x}}/,9",
        "https://{{x}}.example.com/,9",
        "https://api.example.com{{x}},24",
        "https://api.example.com:{{port}}/,25",
        "https://{{{ok}}}.{{x}},18",
        "https://example.com{{#x}}/a{{/x}},20",
        "https://example.com{{^x}}?a{{/x}},20",
        "https://example.com{{! c }}/,20",
    })
    void shouldRefuseAnyOtherTagThanAnUnescapedVariableInTheHost(String source, int column) {
        assertThatThrownBy(() -> UrlTemplate.compile(source, Urls.WEB))
                .isInstanceOf(TemplateException.class)
                .hasMessage("Only unescaped variables are allowed in the host of a URL; write {{{name}}}"
                        + " (line 1, column " + column + ")");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "https://example.com/{{x}} ,26",
                "https://example.com/{{x}}\\,26",
                "https://example.com/{{x}}\u0007{{y}},26",
                "https://example.com/a{{#x}}\u00a0{{/x}},28",
                "https://exa mple.com/,12",
            })
    void shouldRefuseForbiddenCharactersInTheTextAtTheirPlace(String source, int column) {
        assertThatThrownBy(() -> UrlTemplate.compile(source, Urls.WEB))
                .isInstanceOf(TemplateException.class)
                .hasMessage("A URL cannot contain spaces, control characters or backslashes" + " (line 1, column "
                        + column + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/%{{x}}", "https://example.com/%{{{x}}}", "https://example.com/%{{!}}2e"})
    void shouldRefuseAPercentSignThatATagWouldComplete(String source) {
        assertThatThrownBy(() -> UrlTemplate.compile(source, Urls.WEB))
                .isInstanceOf(TemplateException.class)
                .hasMessage("Write %25 for a percent sign before a tag (line 1, column 21)");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "https://user:{{{p}}}@example.com/,The URL must not contain a user name or password (an @ before the path)",
                "https://user@example.com/{{x}},The URL must not contain a user name or password (an @ before the path)",
                "https:///{{x}},The URL must name a host",
                "https://example.com:99999/{{x}},The URL's port must be a number from 1 to 65535",
                "https://a..b/{{x}},`The URL's host must be a name of letters, digits, hyphens, underscores and dots, or an address`",
            })
    void shouldRefuseAWrittenAuthorityThatCannotBeValid(String source, String sentence) {
        assertThatThrownBy(() -> UrlTemplate.compile(source, Urls.WEB))
                .isInstanceOf(UrlException.class)
                .hasMessage(sentence);
    }

    @Test
    void shouldRefuseABrokenTemplateWithItsPlace() {
        assertThatThrownBy(() -> UrlTemplate.compile("https://example.com/{{#x}}", Urls.WEB))
                .isInstanceOf(TemplateException.class)
                .hasMessage("The section x is not closed with {{/x}} (line 1, column 21)");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void shouldRefuseAVariableThatClimbsInThePath(String value) {
        assertRefused(
                "https://example.com/a/{{x}}/b",
                value,
                "The URL's path must not contain . or .. between slashes, encoded ones included");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../admin/users",
                "..\\..\\admin",
                "a/../b",
                "a/..",
                "/..",
                "./x",
                "..%2Fadmin",
                "%2e%2e/admin",
                "%2e%2e%2fadmin",
                "%2E.%5Cadmin",
                "..%5c..%5cadmin",
                "%252e%252e%252fadmin",
                "..%252fadmin",
                "%u002e%u002e%u002fadmin",
                "..%u2215admin",
                "%c0%ae%c0%ae/admin",
                "..%c0%afadmin",
                "..%e0%80%afadmin",
                "..%f0%80%80%afadmin",
                "..%c1%9cadmin",
                "..;/admin",
                "..;x=1/admin",
                "..%3b/admin",
                "a/..?x",
                "a/..#x",
                "..\u0000/admin",
                "..\t/admin",
                ".. /admin",
                "\uff0e\uff0e/admin",
                "..\uff0fadmin",
                "\u2025/admin",
                ".\u200b./admin",
            })
    void shouldRefuseAValueThatClimbsOnceAServerDecodesIt(String value) {
        assertRefused(
                "https://example.com/v1/contacts/{{x}}/notes",
                value,
                "The URL's path must not contain . or .. between slashes, encoded ones included");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/..%2fb",
                "..%5cb",
                "a%2f..%2fb",
                "a%252f..%252fb",
                "..;/b",
                "a/%u002e%u002e/b",
                "a/%c0%ae%c0%ae/b",
            })
    void shouldRefuseAnUnescapedValueThatClimbsOnceAServerDecodesIt(String value) {
        assertRefused(
                "https://example.com/v1/{{{x}}}",
                value,
                "The URL's path must not contain . or .. between slashes, encoded ones included");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/.{{x}}/b,%2e%2f",
        "https://example.com/a%2f{{x}}/b,..",
        "https://example.com/{{x}}{{x}}/b,.",
        "https://example.com/{{x}}{{{x}}}/b,.",
        "https://example.com/{{x}}%2e/b,.",
        "https://example.com/a{{x}}b,/../",
        "https://example.com/a{{x}}b,%2f..%5c",
        "https://example.com/a;{{x}}/b,/..",
    })
    void shouldRefuseASegmentOfDotsThatValuesAndTextMakeTogether(String source, String value) {
        assertRefused(source, value, "The URL's path must not contain . or .. between slashes, encoded ones included");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "...",
                "a..b",
                "v1.2/x",
                "report..2024",
                "a/b/c",
                "a\\b",
                "..a/b..",
                "Dr. Ada",
                "100%",
                "%2e%2e%2ex",
                "a%2fb",
                ";..",
                "\u2026",
            })
    void shouldLetAValueHaveDotsAndSlashesThatDoNotClimb(String value) {
        var url = render("https://example.com/v1/{{x}}/notes?q={{y}}#{{y}}", Map.of("x", value, "y", "../../x"));

        assertThat(url).startsWith("https://example.com/v1/").endsWith("/notes?q=..%2F..%2Fx#..%2F..%2Fx");
    }

    @Test
    void shouldNotJudgeWhatIsNoPath() {
        assertThat(render("mailto:a@b.example?subject={{x}}", Map.of("x", "a/../b")))
                .isNotEmpty();
        assertRefused("tel:{{x}}", "..", "The URL must have an address after its scheme");
    }

    @Test
    void shouldRefuseAVariableThatCompletesADotSegment() {
        assertRefused(
                "https://example.com/.{{x}}",
                ".",
                "The URL's path must not contain . or .. between slashes, encoded ones included");
        assertRefused(
                "https://example.com/%2e{{x}}",
                ".", "The URL's path must not contain . or .. between slashes, encoded ones included");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            value = {
                "a b,`The URL must not contain spaces, line breaks, control characters or backslashes`",
                "`\r\nX: 1`,`The URL must not contain spaces, line breaks, control characters or backslashes`",
                "\\,`The URL must not contain spaces, line breaks, control characters or backslashes`",
                "x/../y,`The URL's path must not contain . or .. between slashes, encoded ones included`",
                "x/%2e./y,`The URL's path must not contain . or .. between slashes, encoded ones included`",
            })
    void shouldCheckWhatAnUnescapedVariableBringsIntoThePath(String value, String sentence) {
        assertRefused("https://example.com/{{{x}}}", value, sentence);
    }

    @Test
    void shouldLetAnUnescapedVariableBeAPathWithAQuery() {
        assertThat(render("https://example.com/{{{x}}}", Map.of("x", "a/b?c=d&e=é#f")))
                .isEqualTo("https://example.com/a/b?c=d&e=%C3%A9#f");
    }

    @ParameterizedTest
    @CsvSource({
        "eu,https://eu.api.example.com/x",
        "EU.north,https://eu.north.api.example.com/x",
        "münchen,https://xn--mnchen-3ya.api.example.com/x",
    })
    void shouldLetAnUnescapedVariableStandInTheHost(String value, String expected) {
        assertThat(render("https://{{{x}}}.api.example.com/x", Map.of("x", value)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example/", "evil.example?", "evil.example#", "evil.example:80/"})
    void shouldKeepWhatIsWrittenAroundAVariableInTheHost(String value) {
        assertRefused(
                "https://{{{x}}}.example.com/x",
                value,
                "A variable must not change the host that is written in the URL");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "user@evil.example,The URL must not contain a user name or password (an @ before the path)",
                "``,The URL must name a host",
                "a:b,The URL's port must be a number from 1 to 65535",
            })
    void shouldCheckTheHostThatAnUnescapedVariableBringsIn(String value, String sentence) {
        assertRefused("https://{{{x}}}/", value, sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "https://API.Example.com/{{x}},api.example.com",
        "https://api.example.com:8443?x={{x}},api.example.com",
        "http://[::1]:80/,[::1]",
        "http://１２７.0.0.1#{{x}},127.0.0.1",
        "https://Bücher.example,xn--bcher-kva.example",
    })
    void shouldTellTheWrittenHost(String source, String host) {
        assertThat(UrlTemplate.compile(source, Urls.WEB).literalHost()).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://{{{x}}}/",
                "https://example.com:{{{x}}}/",
                "https://a.{{&x}}",
                "mailto:a@b",
                "tel:1",
                "/a/{{x}}"
            })
    void shouldKnowNoHostIfItIsMissingOrHoldsAVariable(String source) {
        assertThat(UrlTemplate.compile(source, Urls.LINK).literalHost()).isEmpty();
    }

    @Test
    void shouldTellTheVariablesOfTheHost() {
        var template = UrlTemplate.compile("https://a.{{{secret.host}}}:{{&p | tel}}/{{secret.path}}", Urls.WEB);

        assertThat(template.hostVariables()).containsExactly("secret.host", "p");
        assertThat(UrlTemplate.compile("mailto:{{{x}}}", Urls.LINK).hostVariables())
                .isEmpty();
    }

    @Test
    void shouldRenderMailAndTelephoneLinks() {
        assertThat(render("mailto:{{{x}}}?subject={{s}}", Map.of("x", "ada@example.com", "s", "a&bcc=b\r\nc")))
                .isEqualTo("mailto:ada@example.com?subject=a%26bcc%3Db%0D%0Ac");
        assertThat(render("tel:{{x}}", Map.of("x", "+1 555"))).isEqualTo("tel:+1555");
        assertRefused("tel:{{x}}", "", "The URL must have an address after its scheme");
    }

    @Test
    void shouldRefuseALongUrlWhenItIsWrittenAndWhenItIsRendered() {
        String written = "https://example.com/" + "a".repeat(8_192);

        assertThatThrownBy(() -> UrlTemplate.compile(written, Urls.WEB))
                .isInstanceOf(UrlException.class)
                .hasMessage("The URL must not be longer than 8,192 characters");
        assertRefused(
                "https://example.com/{{x}}", "é".repeat(2_000), "The URL must not be longer than 8,192 characters");
    }

    @Test
    void shouldNameUnknownVariables() {
        var budget = RenderBudget.ofClick();

        UrlTemplate.compile("https://example.com/{{contact.nmae}}", Urls.WEB)
                .render(SampleVariables.forPreview(), budget);

        assertThat(budget.unknownVariables()).containsExactly("contact.nmae");
    }

    private static void assertRefused(String source, String value, String sentence) {
        UrlTemplate template = UrlTemplate.compile(source, Urls.LINK);

        assertThatThrownBy(() -> template.render(Map.of("x", value)))
                .isInstanceOf(UrlException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tel:{{x}}                | +49 (155) 501-00      | tel:+4915550100
            tel:{{x}}                | (+49) 155/50100       | tel:+4915550100
            tel:{{x}}                | 00 49 155+7           | tel:00491557
            tel:{{x}}                | ＋٤٩ 155              | tel:+49155
            tel:+49{{x}}             | 155 50100             | tel:+4915550100
            tel:{{x}};ext={{x}}      | 7 a                   | tel:7;ext=7
            tel:{{x}}                | 1?body=x&y            | tel:1
            tel:{{x}}                | 1,javascript:alert(2) | tel:12
            TEL:{{x}}                | +1                    | tel:+1
            sms:{{x}}?body={{x}}     | +1 5                  | sms:+15?body=%2B1%205
            callto:{{x}}             | +1 5                  | callto:+15
            whatsapp://send?phone={{x}} | +1 5               | whatsapp://send?phone=%2B1%205
            """)
    void shouldDialNothingButANumber(String source, String value, String expected) {
        var forms = UrlForms.ofLinks(Set.of("tel", "sms", "callto", "whatsapp"));

        assertThat(UrlTemplate.compile(source, forms).render(Map.of("x", value)))
                .isEqualTo(expected);
    }

    @Test
    void shouldDialANumberThatIsNoText() {
        assertThat(render("tel:{{x}}", Map.of("x", 4915550100L))).isEqualTo("tel:4915550100");
    }

    @ParameterizedTest
    @CsvSource({
        "/contacts/{{x}},7/8,/contacts/7%2F8",
        "/{{x}},/evil.example,/%2Fevil.example",
        "/{{x}},\\evil.example,/%5Cevil.example",
        "/a{{{x}}},/b?c=d,/a/b?c=d"
    })
    void shouldKeepAPathOnItsOrigin(String source, String value, String expected) {
        assertThat(render(source, Map.of("x", value))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/{{{x}}}, /evil.example",
        "/{{{x}}}, \\evil.example",
        "/{{x}}/evil.example, ''",
        "/{{{x}}}/evil.example, ''",
        "/a/{{{x}}}/b, ..",
        "/a/{{x}}/b, .."
    })
    void shouldRefuseAValueThatLeadsAway(String source, String value) {
        assertThatThrownBy(() -> render(source, Map.of("x", value))).isInstanceOf(UrlException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t/evil.example", "\n/evil.example", "\r\n/evil.example", "\u0000/evil.example"})
    void shouldRefuseWhatABrowserWouldStrip(String value) {
        assertThatThrownBy(() -> render("/{{{x}}}", Map.of("x", value))).isInstanceOf(UrlException.class);
        assertThat(render("/{{x}}", Map.of("x", value))).matches("/(%[0-9A-F]{2})+%2Fevil\\.example");
    }

    private static String render(String source, Map<String, Object> variables) {
        return UrlTemplate.compile(source, Urls.LINK).render(variables);
    }
}
