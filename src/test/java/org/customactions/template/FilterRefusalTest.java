package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filter that cannot work is refused with its place. */
class FilterRefusalTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            {{x | uper}}                     ! 7  ! uper is not a known filter; did you mean upper?
            {{x | Upper}}                    ! 7  ! Upper is not a known filter; did you mean upper?
            {{x | upper | defualt 1}}        ! 15 ! defualt is not a known filter; did you mean default?
            {{x | capitalize}}               ! 7  ! capitalize is not a known filter; known are base64, date, default, digits, first, html, join, json, last, lower, replace, required, sha256, size, tel, trim, truncate, upper, url
            {{x | upper 1}}                  ! 13 ! upper takes nothing
            {{x | truncate}}                 ! 7  ! truncate takes a number of characters, such as truncate 80
            {{x | truncate "80"}}            ! 16 ! truncate takes a number of characters, such as truncate 80
            {{x | truncate -1}}              ! 16 ! truncate takes a number of characters, such as truncate 80
            {{x | truncate 1.5}}             ! 16 ! truncate takes a number of characters, such as truncate 80
            {{x | truncate 1 2}}             ! 18 ! truncate takes a number of characters, such as truncate 80
            {{x | replace "a"}}              ! 7  ! replace takes two texts in quotes, the first not empty, such as replace "-" ""
            {{x | replace "" "a"}}           ! 15 ! replace takes two texts in quotes, the first not empty, such as replace "-" ""
            {{x | replace "a" 1}}            ! 19 ! replace takes two texts in quotes, the first not empty, such as replace "-" ""
            {{x | join 1}}                   ! 12 ! join takes a text in quotes, such as join ", "
            {{x | default}}                  ! 7  ! default takes a text in quotes, a number, true, false or null, such as default "friend"
            {{x | default friend}}           ! 15 ! A filter's argument must be a text in quotes, a number, true, false or null
            {{x | default 'a'}}              ! 15 ! A filter's argument must be a text in quotes, a number, true, false or null
            {{x | default 007}}              ! 15 ! A number must be written as in JSON, such as 80 or -1.5
            {{x | default 1e5}}              ! 15 ! A number must be written as in JSON, such as 80 or -1.5
            {{x | default -}}                ! 15 ! A number must be written as in JSON, such as 80 or -1.5
            {{x | default "a}}               ! 15 ! This quote is not closed; write \\" for a quote inside the text
            {{x | default "a"b"}}            ! 15 ! This quote is not closed; write \\" for a quote inside the text
            {{x | default "a\\n"}}           ! 17 ! In quotes, write \\\\ for a backslash and \\" for a quote
            {{x | date}}                     ! 7  ! date takes a pattern in quotes and perhaps a time zone, such as date "yyyy-MM-dd HH:mm" "Europe/Berlin"
            {{x | date "bbb"}}               ! 12 ! This is not a pattern of a date; write one such as "yyyy-MM-dd HH:mm"
            {{x | date "pMMMM"}}             ! 12 ! This is not a pattern of a date; write one such as "yyyy-MM-dd HH:mm"
            {{x | date "yyyy" "Mars/Base"}}  ! 19 ! This is not a known time zone; write one such as "Europe/Berlin"
            {{x | date "yyyy" "UTC" 1}}      ! 25 ! date takes a pattern in quotes and perhaps a time zone, such as date "yyyy-MM-dd HH:mm" "Europe/Berlin"
            {{x |}}                          ! 6  ! The name of a filter must follow |, such as | upper
            {{x | | upper}}                  ! 7  ! The name of a filter must follow |, such as | upper
            {{x || upper}}                   ! 6  ! The name of a filter must follow |, such as | upper
            {{x | upper }                    ! 1  ! A tag that opens with {{ is not closed with }}
            {{{x | upper}}                   ! 1  ! A tag that opens with {{{ is not closed with }}}
            {{#x | upper}}{{/x}}             ! 6  ! A section takes no filters; write them in the tags inside it
            {{^x | upper}}{{/x}}             ! 6  ! A section takes no filters; write them in the tags inside it
            {{#x}}{{/x | upper}}             ! 12 ! A section takes no filters; write them in the tags inside it
            {{"a"b}}                         ! 3  ! This quote is not closed; write \\" for a quote inside the text
            {{a.[b}}                         ! 5  ! A bracket is not closed with ]
            """)
    void shouldRefuseWithTheReasonAndThePlace(String source, int column, String problem) {
        var refusal = catchThrowableOfType(
                TemplateException.class, () -> Template.compile("one\n" + source + "\n", Escaping.TEXT));

        assertThat(refusal).isNotNull().hasMessage("%s (line 2, column %d)".formatted(problem, column));
    }
}
