package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What each filter makes of values of every kind. */
class FilterTest {

    private static final String SMILE = "\ud83d\ude00";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            missing ! default "friend"                    | friend
            nothing ! default "friend"                    | friend
            empty ! default "friend"                      | friend
            none ! default "friend"                       | friend
            nobody ! default "friend"                     | friend
            blank ! default "friend" ! size               | 1
            zero ! default "friend"                       | 0
            no ! default "friend"                         | false
            missing ! default 5                           | 5
            missing ! default -1.50                       | -1.50
            missing ! default 123456789012345678901234567 | 123456789012345678901234567
            missing ! default true                        | true
            missing ! default false                       | false
            missing ! default null                        | null
            missing ! default null ! default 2            | 2
            missing ! default "a\\"b\\\\c"                | a"b\\c
            name ! upper                                  | ADA É STRASSE
            name ! lower                                  | ada é straße
            padded ! trim                                 | x
            name ! truncate 3                             | Ada
            name ! truncate 0 ! default "-"               | -
            name ! truncate 100                           | Ada é straße
            phone ! replace "-" "" ! replace " " ""       | +49(155)50100
            phone ! replace "x" "y"                       | +49 (155) 501-00
            phone ! digits                                | 4915550100
            phone ! tel                                   | +4915550100
            local ! tel                                   | 0155501
            "＋４９ (٠١٥٥)" ! digits                         | 490155
            "＋４９ (٠١٥٥)" ! tel                            | +490155
            "0049+1" ! tel                                | 00491
            tags ! join ", "                              | vip, sales
            tags ! join ""                                | vipsales
            holes ! join "-"                              | a--1-[2]
            name ! join ", "                              | Ada é straße
            tags ! first                                  | vip
            tags ! last ! upper                           | SALES
            none ! first ! default "-"                    | -
            name ! first                                  | Ada é straße
            tags ! size                                   | 2
            none ! size                                   | 0
            missing ! size                                | 0
            order ! size                                  | 1
            zero ! size                                   | 1
            name ! json                                   | "Ada é straße"
            quoted ! json                                 | "a\\"b"
            order ! json                                  | {"id":1042}
            missing ! json                                | null
            big ! json                                    | 175928847299117063123
            name ! url                                    | Ada%20%C3%A9%20stra%C3%9Fe
            markup ! html                                 | &lt;a href=&quot;x&quot; &amp; &#39;y&#39;&gt;
            name ! base64                                 | QWRhIMOpIHN0cmHDn2U=
            empty ! sha256                                | e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            big ! truncate 4                              | 1759
            price                                         | 10.50
            price ! truncate 99                           | 10.50
            tiny ! upper                                  | 1E-7
            missing ! upper                               | ``
            nothing ! sha256                              | ``
            missing ! default null ! upper                | null
            tags ! upper                                  | ["VIP","SALES"]
            """)
    void shouldMakeOfAValue(String expression, String expected) {
        assertThat(text("{{" + expression.replace(" ! ", " | ") + "}}")).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-01-31T09:05:06Z        | "yyyy-MM-dd HH:mm:ss"                 | 2024-01-31 09:05:06
            2024-01-31t09:05:06.5z      | "HH:mm:ss.SSS"                        | 09:05:06.500
            2024-01-31 09:05:06+02:00   | "yyyy-MM-dd'T'HH:mm:ssXXX"            | 2024-01-31T07:05:06Z
            2024-01-31T09:05:06.000+0000 | "yyyy-MM-dd HH:mm:ss"                | 2024-01-31 09:05:06
            2024-01-31T09:05:06-0330    | "HH:mm"                               | 12:35
            2024-01-31 09:05:06.12+02   | "HH:mm:ss.SS"                         | 07:05:06.12
            2024-01-31T23:30:00Z        | "dd.MM.yyyy HH:mm" "Europe/Berlin"    | 01.02.2024 00:30
            2024-01-31                  | "d MMM yyyy" "America/New_York"       | 31 Jan 2024
            2024-07-01                  | "EEEE, MMMM d"                        | Monday, July 1
            1700000000                  | "yyyy-MM-dd HH:mm:ss"                 | 2023-11-14 22:13:20
            1700000000123               | "yyyy-MM-dd HH:mm:ss.SSS"             | 2023-11-14 22:13:20.123
            1700000000.25               | "ss.SS"                               | 20.25
            -86400                      | "yyyy-MM-dd"                          | 1969-12-31
            0                           | "yyyy-MM-dd" "Z"                      | 1970-01-01
            """)
    void shouldWriteATime(String time, String arguments, String expected) {
        assertThat(text("{{t | date %s}}".formatted(arguments), Map.of("t", time)))
                .isEqualTo(expected);
    }

    @Test
    void shouldWriteATimeThatIsANumber() {
        for (Object time :
                List.of(1_700_000_000, 1_700_000_000_000L, new BigDecimal("1.7E+9"), new BigInteger("1700000000"))) {
            assertThat(text("{{t | date \"yyyy\"}}", Map.of("t", time))).isEqualTo("2023");
        }
        assertThat(text("{{t | date \"yyyy\"}}{{none | date \"yyyy\"}}", Map.of("none", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "2024-13-01",
                "2024-02-30",
                "2024-01-31T25:00:00Z",
                "2024-01-31T09:00:00+2",
                "2024-01-31T09:00:00+9900",
                "2024-01-31T09:00:00+00:0",
                "2024-01-31T09:00:00",
                "1e9",
                "٣",
                "9999999999999999999999",
                "true",
                "[1]",
                "2024-01-31Z"
            })
    void shouldNotTakeAnythingForATime(String value) {
        assertThatThrownBy(() -> text("{{a.due | date \"yyyy\"}}", Map.of("a", Map.of("due", value))))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("a.due is not a time that can be written as a date");
    }

    @Test
    void shouldNotComputeForeverOnHugeNumbers() {
        for (String number : List.of("1e999999999", "1e-999999999", "-1e40")) {
            assertThatThrownBy(() -> text("{{t | date \"yyyy\"}}", Map.of("t", new BigDecimal(number))))
                    .isInstanceOf(RenderException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "nothing", "empty", "none", "nobody"})
    void shouldNameARequiredVariableThatIsMissing(String name) {
        assertThatThrownBy(() -> text("{{%s | required}}".formatted(name)))
                .isInstanceOf(RenderException.class)
                .hasMessage(name + " is required, but it is missing or empty");
        assertThat(text("{{zero | required}}{{no | required}}")).isEqualTo("0false");
    }

    @Test
    void shouldNeverCutACharacterInHalf() {
        var smiles = SMILE.repeat(10);

        assertThat(text("{{x | truncate 3}}", Map.of("x", smiles))).isEqualTo(SMILE.repeat(3));
        assertThat(text("{{x | truncate 3}}", Map.of("x", "a" + smiles))).isEqualTo("a" + SMILE.repeat(2));
    }

    @Test
    void shouldKeepValuesOfTheirTypeInJson() {
        var template = Template.compile(
                "[{{missing | default 5}},{{missing | default true}},{{missing | default null}},{{name | json}},"
                        + "{{tags | size}},{{tags | json}},{{big}},\"{{missing | default null}}\",\"{{quoted | json}}\"]",
                Escaping.JSON);

        assertThat(template.render(variables()))
                .isEqualTo("[5,true,null,\"Ada é straße\",2,[\"vip\",\"sales\"],175928847299117063123,\"null\","
                        + "\"\\\"a\\\\\\\"b\\\"\"]");
    }

    @Test
    void shouldMakeJsonInsideJson() {
        var template = Template.compile("{\"content\":\"{\\\"text\\\":{{x | json}}}\"}", Escaping.JSON);

        assertThat(template.render(Map.of("x", "Ada \"The Count\"\u2028")))
                .isEqualTo("{\"content\":\"{\\\"text\\\":\\\"Ada \\\\\\\"The Count\\\\\\\"\\\\u2028\\\"}\"}");
    }

    @Test
    void shouldWorkOnValuesWithoutEscaping() {
        assertThat(text("{{{name | upper}}} {{& tags | join \" \"}}")).isEqualTo("ADA É STRASSE vip sales");
    }

    @Test
    void shouldNotBlowUp() {
        var large = Map.<String, Object>of("x", "a".repeat(64 * 1024));

        assertThatThrownBy(() -> text("{{x | replace \"a\" \"%s\"}}".formatted("b".repeat(1_000)), large))
                .isInstanceOf(RenderException.class)
                .hasMessage("The templates work through more than 8,388,608 characters of values");
        assertThatThrownBy(() -> text("{{x | replace \"a\" \"aaaaaaaaaaaaaaaaaaaa\"}}", large))
                .hasMessage("x becomes longer than 1,048,576 characters by a filter; use a shorter one");
        assertThatThrownBy(() -> text("{{x%s}}".formatted(" | url | upper".repeat(200)), large))
                .isInstanceOf(RenderException.class);
        assertThatThrownBy(() -> text(
                        "{{l | join \"%s\"}}".formatted("x".repeat(200_000)),
                        Map.of("l", Collections.nCopies(1_000, 1))))
                .isInstanceOf(RenderException.class);
        assertThatThrownBy(() -> text(
                        "{{#l}}{{x%s}}{{/l}}".formatted(" | first".repeat(1_000)),
                        Map.of("x", "a", "l", Collections.nCopies(1_000, 1))))
                .hasMessage("The templates fill in more than 100,000 tags; loop over fewer values");
        assertThatCode(() -> text("{{x | upper | html | base64 | sha256}}", large))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldRepairLoneSurrogates() {
        assertThat(text("{{x | url}}{{x | base64}}{{x | upper}}", Map.of("x", "\ud800")))
                .isEqualTo("%EF%BF%BD77+9\ufffd");
    }

    private static Map<String, Object> variables() {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("nothing", null);
        variables.put("empty", "");
        variables.put("none", List.of());
        variables.put("nobody", Map.of());
        variables.put("blank", " ");
        variables.put("zero", 0);
        variables.put("no", false);
        variables.put("name", "Ada é straße");
        variables.put("padded", " \t\u2003x\r\n");
        variables.put("phone", "+49 (155) 501-00");
        variables.put("local", "0155 501 +x");
        variables.put("tags", List.of("vip", "sales"));
        variables.put("holes", Arrays.asList("a", null, 1, List.of(2)));
        variables.put("order", Map.of("id", 1042));
        variables.put("quoted", "a\"b");
        variables.put("markup", "<a href=\"x\" & 'y'>");
        variables.put("big", new BigInteger("175928847299117063123"));
        variables.put("price", new BigDecimal("10.50"));
        variables.put("tiny", new BigDecimal("1E-7"));
        return variables;
    }

    @Test
    void shouldWriteDatesWhereTheAgentIs() {
        var berlin = Map.of("time_zone", "Europe/Berlin", "locale", "de-DE");
        var variables = Variables.of(Map.of("t", "2024-05-01T22:30:00Z", "d", "2024-05-01"))
                .withNamed(Map.of("context", Variables.open(berlin)));

        assertThat(text("{{t | date \"d. MMMM yyyy HH:mm\"}}", variables)).isEqualTo("2. Mai 2024 00:30");
        assertThat(text("{{t | date \"d MMM HH:mm\" \"America/New_York\"}}", variables))
                .isEqualTo("1 Mai 18:30");
        assertThat(text("{{d | date \"EEEE XXX\"}}", variables)).isEqualTo("Mittwoch +02:00");
        assertThat(text("{{t | date \"d MMMM HH:mm\"}}", Map.of("t", "2024-05-01T22:30:00Z")))
                .isEqualTo("1 May 22:30");
    }

    @Test
    void shouldWriteDatesInUtcAndEnglishIfThePageNamesNoPlace() {
        var variables = Variables.of(Map.of("t", "2024-05-01T22:30:00Z"))
                .withNamed(Map.of("context", Variables.open(Map.of("time_zone", "Mars", "locale", 5))));

        assertThat(text("{{t | date \"d MMMM HH:mm\"}}", variables)).isEqualTo("1 May 22:30");
    }

    private static String text(String source) {
        return text(source, variables());
    }

    private static String text(String source, Map<String, Object> variables) {
        return Template.compile(source, Escaping.TEXT).render(variables);
    }
}
