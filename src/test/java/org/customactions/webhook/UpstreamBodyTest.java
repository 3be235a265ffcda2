package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamBodyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Optional<JsonNode> read(String contentType, byte[] body) {
        return UpstreamBody.of(new Answered(200, "OK", Optional.ofNullable(contentType), Map.of(), body));
    }

    private static Optional<String> written(String contentType, String body) throws JsonProcessingException {
        Optional<JsonNode> data = read(contentType, body.getBytes(StandardCharsets.UTF_8));
        return data.isPresent() ? Optional.of(JSON.writeValueAsString(data.get())) : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[1,null,true]}", "[]", "\"text\"", "12", "1.10", "false", "null"})
    void shouldGiveAnyJsonValueOfAJsonType(String json) throws JsonProcessingException {
        assertThat(written("application/json", json)).contains(json);
        assertThat(written("Application/Problem+JSON; charset=utf-8", json)).contains(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none|{\"a\":1}|{\"a\":1}",
                "text/plain|[1]|[1]",
                "application/json-rpc|{\"a\":1}|{\"a\":1}",
                "application/octet-stream|{\"a\":1}|{\"a\":1}",
                "binary/octet-stream|[1]|[1]",
                "application/javascript|{\"a\":1}|{\"a\":1}",
                "application/x-ndjson|{\"a\":1}|{\"a\":1}",
                "nonsense|{\"a\":1}|{\"a\":1}",
                "none|12|12",
                "text/plain|null|null",
                "text/plain|\"ok\"|\"ok\"",
                "text/html; charset=UTF-8|{\"a\":1}|{\"body\":\"{\\\"a\\\":1}\"}",
                "text/xml|12|{\"body\":\"12\"}",
                "image/svg+xml|12|{\"body\":\"12\"}",
                "text/plain|ok|{\"body\":\"ok\"}",
                "application/xml|<a/>|{\"body\":\"<a/>\"}",
                "application/soap+xml|<a/>|{\"body\":\"<a/>\"}",
                "application/x-www-form-urlencoded|a=b|{\"body\":\"a=b\"}"
            })
    void shouldReadWhatParsesAsJsonWhateverItsTypeButNotHtmlAndXml(String type, String body, String data)
            throws JsonProcessingException {
        assertThat(written(type, body)).contains(data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "{\"a\":1} x", "{'a':1}", "NaN", "[1,]", "\u0001", "ok"})
    void shouldTakeBrokenJsonForText(String body) throws JsonProcessingException {
        Optional<JsonNode> data = read("application/json", body.getBytes(StandardCharsets.UTF_8));

        assertThat(data).contains(JSON.createObjectNode().put("body", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void shouldTakeEndlessNestingForText(String opening) {
        String body = opening.repeat(100_000);

        Optional<JsonNode> data = read("application/json", body.getBytes(StandardCharsets.UTF_8));

        assertThat(data).contains(JSON.createObjectNode().put("body", body));
    }

    @Test
    void shouldTakeBalancedEndlessNestingForText() {
        String body = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(read(null, body.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .has("body"))
                .isTrue();
    }

    @Test
    void shouldGiveTheDeepestJsonThatCanBeWrittenAgain() throws JsonProcessingException {
        String body = "[".repeat(500) + "]".repeat(500);

        assertThat(written("application/json", body)).contains(body);
        assertThat(written("application/json", "[" + body + "]").orElseThrow()).startsWith("{\"body\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.1000000000000000000000000001", "123456789012345678901234567890.5", "9007199254740993", "1.10"
            })
    void shouldLoseNoDigit(String number) throws JsonProcessingException {
        assertThat(written("application/json", "[" + number + "]")).contains("[" + number + "]");
    }

    @Test
    void shouldRespectTheCharset() {
        byte[] latin1 = "Zoë".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read("text/plain; charset=\"ISO-8859-1\"", latin1)
                        .orElseThrow()
                        .get("body")
                        .asText())
                .isEqualTo("Zoë");
        assertThat(read("text/plain; Charset=windows-1252", "€".getBytes(Charset.forName("windows-1252")))
                        .orElseThrow()
                        .get("body")
                        .asText())
                .isEqualTo("€");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf8mb4",
                "application/json; charset=us-ascii",
                "application/json; charset=utf-16",
                "application/json; charset=utf-8; charset=iso-8859-1",
                "text/plain; charset=binary",
                "application/octet-stream; charset=!"
            })
    void shouldReadJsonWhoseCharsetLies(String type) throws JsonProcessingException {
        assertThat(written(type, "{\"a\":\"Zoë\"}")).contains("{\"a\":\"Zoë\"}");
        assertThat(UpstreamBody.text(new Answered(
                        200, "OK", Optional.of(type), Map.of(), "{\"a\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8))))
                .contains("{\"a\":\"Zoë\"}");
    }

    @Test
    void shouldReadJsonInTheCharsetOfItsType() {
        var latin1 = "{\"a\":\"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1);
        var answer = new Answered(200, "OK", Optional.of("application/json; charset=iso-8859-1"), Map.of(), latin1);

        assertThat(UpstreamBody.json(answer).orElseThrow().get("a").asText()).isEqualTo("Zoë");
        assertThat(UpstreamBody.text(answer)).contains("{\"a\":\"Zoë\"}");
    }

    @Test
    void shouldDropAByteOrderMark() throws JsonProcessingException {
        assertThat(written("application/json", "\ufeff{\"a\":1}")).contains("{\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "image/png", "application/pdf", "multipart/mixed", "x"})
    void shouldGiveNothingForABinaryType(String type) throws JsonProcessingException {
        assertThat(written(type, "{} %PDF")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain"})
    void shouldGiveNothingForInvalidUtf8(String type) {
        assertThat(read(type, new byte[] {'"', (byte) 0xff, '"'})).isEmpty();
        assertThat(read(type, new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
                .isEmpty();
        assertThat(read(type, new byte[] {(byte) 0xc0, (byte) 0xaf})).isEmpty();
    }

    @Test
    void shouldGiveNothingForAnEmptyBodyAnUnknownCharsetOrANul() throws JsonProcessingException {
        assertThat(written("application/json", "")).isEmpty();
        assertThat(written("text/plain; charset=klingon", "a")).isEmpty();
        assertThat(written("text/plain; charset=!", "a")).isEmpty();
        assertThat(written("text/plain", "a\u0000b")).isEmpty();
    }

    @Test
    void shouldTakeJsonOfWhiteSpaceForText() throws JsonProcessingException {
        assertThat(written("application/json", " \n")).contains("{\"body\":\" \\n\"}");
    }
}
