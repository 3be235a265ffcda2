package org.customactions.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/json",
                "application/json-rpc",
                "application/x-json",
                "application/vnd.api+json",
                "application/geo+json; charset=utf-8",
                "Application/JSON ; charset=\"utf-8\"",
                "APPLICATION/JSON",
                " application/json",
                "\tapplication/json\t",
                "application/json;",
                "application/json;;x",
                "application/json junk",
                "application/json\u00a0;x",
                "application / json",
                "\"application/json\"",
                "application/json, text/plain",
                "text/plain, application/json",
                "text/plain;x=1,application/JSON;charset=utf-8",
                "application/json charset=utf-8",
            })
    void shouldKnowJsonHoweverItIsWritten(String contentType) {
        assertThat(MediaType.parse(contentType).isJson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "text/plain",
                "application/jsonp",
                "application/json5",
                "application/jsonx",
                "application/javascript",
                "text/plain; note=application/json",
                "application/x-ndjson",
            })
    void shouldNotTakeOtherTypesForJson(String contentType) {
        assertThat(MediaType.parse(contentType).isJson()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "Application/JSONL; charset=utf-8",
                "application/jsonlines",
                "application/json-seq",
                "text/plain, application/jsonl",
            })
    void shouldKnowJsonLineByLine(String contentType) {
        var type = MediaType.parse(contentType);

        assertThat(type.isJsonLines()).isTrue();
        assertThat(type.isText()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "text/plain,UTF-8",
                "text/plain; charset=iso-8859-1,ISO-8859-1",
                "text/plain;CHARSET=\"ISO-8859-1\",ISO-8859-1",
                "text/plain; charset = 'utf8',UTF-8",
                "text/plain charset=gbk,GBK",
                "text/plain; charset=utf-8; charset=UTF8,UTF-8",
                "charset=us-ascii,US-ASCII",
                "text/plain; xcharset=gbk,UTF-8",
            })
    void shouldReadTheCharset(String contentType, String charset) {
        assertThat(MediaType.parse(contentType).charset()).contains(Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain; charset=nonsense",
                "text/plain; charset=",
                "text/plain; charset=utf-8; charset=gbk",
                "text/plain; charset*=UTF-8''gbk",
                "text/plain; charset=?",
            })
    void shouldNotGuessACharset(String contentType) {
        assertThat(MediaType.parse(contentType).charset()).isEmpty();
    }

    @Test
    void shouldReadNothingAsUtf8() {
        var type = MediaType.parse("");

        assertThat(type.charset()).contains(StandardCharsets.UTF_8);
        assertThat(type.mayBeJson()).isTrue();
    }
}
