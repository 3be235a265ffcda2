package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.customactions.template.Escaping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFormatTest {

    private static final String TAG = "must be written out, without {{tags}}";
    private static final String UNKNOWN = "names a charset that is not known; write utf-8, or leave it out";
    private static final String NOT_UTF8 = "must not name another charset than UTF-8, because JSON is UTF-8";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {{contact.metadata.fmt}}                        | must be written out, without {{tags}}
            application/json{{contact.name}}                | must be written out, without {{tags}}
            application/json; charset={{contact.name}}      | must be written out, without {{tags}}
            {{! nothing }}application/json                  | must be written out, without {{tags}}
            text/plain; charset=nonsense                    | names a charset that is not known; write utf-8, or leave it out
            text/xml; charset=                              | names a charset that is not known; write utf-8, or leave it out
            text/plain; charset=utf-8; charset=gbk          | names a charset that is not known; write utf-8, or leave it out
            application/json; charset=gbk                   | must not name another charset than UTF-8, because JSON is UTF-8
            APPLICATION/JSON;CHARSET="UTF-16"               | must not name another charset than UTF-8, because JSON is UTF-8
            text/json; charset=us-ascii                     | must not name another charset than UTF-8, because JSON is UTF-8
            application/x-ndjson; charset=iso-8859-1        | must not name another charset than UTF-8, because JSON is UTF-8
            application/json, text/plain; charset=gbk       | must not name another charset than UTF-8, because JSON is UTF-8
            """)
    void shouldRefuseAContentTypeThatDoesNotSayHowToWrite(String contentType, String problem) {
        assertThat(BodyFormat.problem(contentType)).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "application/json; charset=UTF-8",
                "application/json;charset=\"utf8\"",
                "text/xml; charset=iso-8859-1",
                "text/plain; charset=windows-1252",
                "text/plain; charset=gbk",
                "anything at all",
            })
    void shouldAcceptAnyOther(String contentType) {
        assertThat(BodyFormat.problem(contentType)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            multipart/form-data; boundary={{contact.id}} | multipart/form-data; boundary=7         | TEXT
            application/json; v={{contact.name}}         | application/json; v=2                   | JSON
            text/xml; charset=utf-8; v={{contact.name}}  | text/xml; charset=utf-8; v=2            | XML
            """)
    void shouldStillSendAStoredTagThatChangesNothing(String template, String rendered, Escaping escaping) {
        assertThat(BodyFormat.ofSent(template, rendered).escaping()).isEqualTo(escaping);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {{x}}                               | application/json
            {{x}}                               | text/plain
            application/{{x}}                   | application/json
            application/json{{x}}               | application/json
            application/json{{x}}               | application/jsonx, text/plain
            application/json{{x}}               | application/json; charset=gbk
            text/plain; v={{x}}                 | text/plain; v=1, application/json
            text/plain; v={{x}}                 | text/plain; v=1; charset=gbk
            application/json; charset={{x}}     | application/json; charset=gbk
            application/json; charset={{x}}     | application/json; charset=nonsense
            """)
    void shouldNotLetAValueChooseTheFormat(String template, String rendered) {
        assertThatThrownBy(() -> BodyFormat.ofSent(template, rendered))
                .isInstanceOf(UnsendableException.class)
                .hasMessage("The Content-Type " + TAG);
    }

    @Test
    void shouldNotSendInACharsetThatIsNotKnown() {
        assertThatThrownBy(() -> format("text/plain; charset=nonsense"))
                .isInstanceOf(UnsendableException.class)
                .hasMessage("The Content-Type " + UNKNOWN);
        assertThat(BodyFormat.problem("application/json; charset=utf-16")).contains(NOT_UTF8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "iso-8859-1", "gbk", "shift_jis", "utf-16", "windows-1251"})
    void shouldWriteStoredJsonSoThatEveryReaderOfItsCharsetReadsTheSame(String charset) throws Exception {
        var text = "{\"name\":\"\u8aac\ud83d\ude00é\u0080\",\"role\":\"agent\"}";

        var bytes = format("application/json; charset=" + charset).encode(text);

        assertThat(new ObjectMapper().readTree(new String(bytes, Charset.forName(charset))))
                .isEqualTo(new ObjectMapper().readTree(text));
        if (!charset.equals("utf-8") && !charset.equals("utf-16")) {
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).isASCII();
        }
    }

    @Test
    void shouldWriteWhatXmlCannotEncodeAsCharacterReferences() {
        var format = format("text/xml; charset=iso-8859-1");

        assertThat(new String(format.encode("<a b=\"\u20ac\">é\ud83d\ude00</a>"), StandardCharsets.ISO_8859_1))
                .isEqualTo("<a b=\"&#8364;\">é&#128512;</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=iso-8859-1", "text/csv;charset=us-ascii"})
    void shouldNotSendTextThatItsCharsetLacks(String contentType) {
        assertThatThrownBy(() -> format(contentType).encode("5 \u20ac"))
                .isInstanceOf(UnsendableException.class)
                .hasMessageMatching("The body has a character that the charset [A-Z0-9-]+ of its Content-Type lacks;"
                        + " write utf-8 there");
        assertThat(format(contentType).encode("5 EUR"))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("5 EUR");
    }

    @Test
    void shouldEncodeTextInItsCharset() {
        assertThat(format("text/plain; charset=windows-1251").encode("Ж")).containsExactly(0xC6);
        assertThat(format("text/plain").encode("é")).containsExactly(0xC3, 0xA9);
    }

    private static BodyFormat format(String contentType) {
        return BodyFormat.ofSent(contentType, contentType);
    }
}
