package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** CDATA sections, forms over several lines, and links that come as a whole. */
class PlacesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tom & Jerry",
                "<b>\"x\"</b>",
                "]]>",
                "a]]>b]]>",
                "]",
                "]]",
                "]]]>",
                ">",
                "]>",
                "\u0000a\u0001",
                "<![CDATA[",
                "",
                "\ud83d\ude00"
            })
    void shouldKeepAValueInItsCdataSection(String value) throws Exception {
        for (var around : List.of("%s", "]%s", "]]%s", "%s>", "%s]", "%s]>", "]]%s>", "%s%s", "]%s%s>")) {
            var source = "<r><n><![CDATA[" + around.replace("%s", "{{x}}") + "]]></n><m>{{x}}</m></r>";

            var xml = Template.compile(source, Escaping.XML).render(Map.of("x", value));

            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            var kept = value.replaceAll("[\u0000\u0001]", "");
            assertThat(root.getFirstChild().getTextContent()).isEqualTo(around.replace("%s", kept));
            assertThat(root.getLastChild().getTextContent()).isEqualTo(kept);
        }
    }

    @Test
    void shouldWriteAValueOfACdataSectionAsItIs() {
        assertThat(Template.compile("<n><![CDATA[{{x}} {{l}}]]></n>", Escaping.XML)
                        .render(Map.of("x", "Tom & Jerry", "l", List.of("<"))))
                .isEqualTo("<n><![CDATA[Tom & Jerry [\"<\"]]]><![CDATA[]]></n>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r><!-- <![CDATA[ -->{{x}}</r>",
                "<r a=\"<![CDATA[{{x}}\"/>",
                "<r a='<![CDATA[' b='{{x}}'/>",
                "<?p <![CDATA[ ?><r>{{x}}</r>",
                "<!DOCTYPE r [<!ENTITY e \"<![CDATA[\">]><r>{{x}}</r>",
                "<r><![CDATA[a]]>{{x}}</r>",
                "<r>{{x}}<![CDATA[a]]></r>",
                "<r><![CD{{x}}</r>",
            })
    void shouldEscapeWhatOnlySeemsToStandInACdataSection(String source) {
        assertThat(Template.compile(source, Escaping.XML).render(Map.of("x", "<&")))
                .isEqualTo(source.replace("{{x}}", "&lt;&amp;"));
    }

    @Test
    void shouldFollowACdataSectionThroughSectionsAndUnescapedValues() {
        var template = Template.compile("{{#yes}}<![CDATA[{{/yes}}{{x}}{{{end}}}{{x}}{{{begin}}}{{x}}", Escaping.XML);

        assertThat(template.render(Map.of("yes", true, "x", "<", "end", "]]>", "begin", "<![CDATA[")))
                .isEqualTo("<![CDATA[<]]>&lt;<![CDATA[<");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            To={{x}}~&Body=b               ! To=1%0A2&Body=b
            ~  To={{x}} ~  &~  Body=b  ~~  ! To=1%0A2&Body=b
            a=one~two&b={{x}}~             ! a=one~two&b=1%0A2
            a=1~{{#y}}~&b={{.}}~{{/y}}~&c=2~ ! a=1&b=7&c=2
            a=1~{{#n}}&b={{.}}{{/n}}~      ! a=1
            a={{{raw}}}&b=1                ! a=r~&b=1
            a=  &b=1                       ! a=  &b=1
            """)
    void shouldDropTheLineBreaksThatLayOutAForm(String source, String expected) {
        var variables = Map.<String, Object>of("x", "1\n2", "y", List.of(7), "raw", "r\n");
        for (var lineBreak : List.of("\n", "\r\n")) {
            var form = Template.compile(source.replace("~", lineBreak), Escaping.FORM)
                    .render(variables);

            assertThat(form.replace(source.contains("raw") ? "\n" : lineBreak, "~"))
                    .isEqualTo(expected);
        }
    }

    @Test
    void shouldEncodeAFormInItsCharset() {
        var template = Template.compile("a={{x}}", Escaping.FORM);

        assertThat(template.fill(Map.of("x", "é b"), RenderBudget.ofClick(), Room.MOST, StandardCharsets.ISO_8859_1)
                        .text())
                .isEqualTo("a=%E9+b");
    }

    @Test
    void shouldTakeAWholeLinkFromOneUnescapedVariable() {
        assertThat(link("{{{ x }}}", "https://pay.example.com/c/abc?x=1#y"))
                .isEqualTo("https://pay.example.com/c/abc?x=1#y");
        assertThat(link("{{& x | default \"https://a.example/\"}}", "")).isEqualTo("https://a.example/");
        assertThat(link("{{{x}}}", "MAILTO:a@b.example")).isEqualTo("mailto:a@b.example");
        assertThat(link("{{{x}}}", "/contacts/7")).isEqualTo("/contacts/7");
        assertThat(link("{{{x}}}", " https://a.example/b\r\n")).isEqualTo("https://a.example/b");
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1), 'The URL must start with http://, https://, mailto:, tel: or a single /'",
        "//evil.example/, 'A URL that starts with / must not start with //, which names another host'",
        "https://a@b.example/, The URL must not contain a user name or password (an @ before the path)",
        "https://a.example/../b, 'The URL''s path must not contain . or .. between slashes, encoded ones included'",
        "https://a.example/ b, 'The URL must not contain spaces, line breaks, control characters or backslashes'",
        "'', 'x is missing or empty, so there is no URL to open'",
        "' ', 'x is missing or empty, so there is no URL to open'",
    })
    void shouldCheckAWholeLinkWhenItIsUsed(String value, String sentence) {
        assertThatThrownBy(() -> link("{{{x}}}", value))
                .isInstanceOf(UrlException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{x}}",
                "{{{x}}}{{{y}}}",
                "{{{x}}}/a",
                "{{{\"https://a.example\"}}}",
                "{{#x}}{{{.}}}{{/x}}",
                "{{{x}}} "
            })
    void shouldTakeNothingElseForAWholeLink(String source) {
        assertThatThrownBy(() -> LinkTemplate.compile(source, Urls.LINK)).isInstanceOf(UrlException.class);
    }

    @Test
    void shouldSayHowAWholeLinkIsWritten() {
        assertThatThrownBy(() -> LinkTemplate.compile("{{response.url | trim}}", Urls.LINK))
                .isInstanceOf(UrlException.class)
                .hasMessage("The URL must start with http://, https://, mailto:, tel: or a single /; a URL that is one"
                        + " variable as a whole takes three braces: {{{response.url}}}");
    }

    @Test
    void shouldNotTakeTheUrlOfAWebhookAsAWhole() {
        assertThatThrownBy(() -> UrlTemplate.compile("{{{x}}}", Urls.WEB)).isInstanceOf(UrlException.class);
    }

    private static String link(String source, String value) {
        return LinkTemplate.compile(source, Urls.LINK).render(Map.of("x", value), RenderBudget.ofClick());
    }
}
