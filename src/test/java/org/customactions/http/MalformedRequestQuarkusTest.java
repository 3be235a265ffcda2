package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.ErrorText;
import org.customactions.support.RawHttp;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MalformedRequestQuarkusTest {

    private static final String ACTIONS = "/api/custom-actions";
    private static final String NOT_AN_OBJECT = "The request body must be a JSON object";

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"name\":", "The request body is not valid JSON (line 1, column 9)"),
                Arguments.of("{\n \"name\": x}", "The request body is not valid JSON (line 2, column 10)"),
                Arguments.of("{'name':'a'}", "The request body is not valid JSON"),
                Arguments.of("{} {}", "The request body is not valid JSON"),
                Arguments.of("{\"name\":\"a\",\"name\":\"b\"}", "The request body names the same field twice"),
                Arguments.of("{\"a\":1e999999}", "The request body holds a number that is out of range"),
                Arguments.of("{\"name\":\"a\\u0000\"}", "The request body holds text with the character U+0000"),
                Arguments.of("{\"name\":\"\\ud83d\"}", "The request body holds text with the character U+0000"),
                Arguments.of(
                        "{\"a\":" + "[".repeat(1100) + "]".repeat(1100) + "}",
                        "The request body is nested too deeply or holds an overlong number or name"),
                Arguments.of(
                        "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                        "The request body is nested too deeply or holds an overlong number or name"),
                Arguments.of(
                        IntStream.range(0, 90_000)
                                .mapToObj("\"%d\":0"::formatted)
                                .collect(Collectors.joining(",", "{", "}")),
                        "The request body holds more than 100,000 names and values"),
                Arguments.of(
                        "{\"a\":[" + "1,".repeat(100_000) + "1]}",
                        "The request body holds more than 100,000 names and values"),
                Arguments.of("[]", NOT_AN_OBJECT),
                Arguments.of("\"text\"", NOT_AN_OBJECT),
                Arguments.of("42", NOT_AN_OBJECT),
                Arguments.of("null", NOT_AN_OBJECT),
                Arguments.of("", NOT_AN_OBJECT),
                Arguments.of("  \n", NOT_AN_OBJECT));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void shouldSayWhatIsWrongWithABody(String body, String message) {
        var answer = Api.as(manager).body(body).post(ACTIONS);

        answer.then()
                .statusCode(400)
                .contentType(startsWith("application/json"))
                .body("status", equalTo("error"))
                .body("error_type", equalTo("malformed_request"))
                .body("message", startsWith(message));
        assertThat(answer.asString()).satisfies(ErrorText::leaksNothing);
    }

    static Stream<Arguments> notUtf8() {
        return Stream.of(
                Arguments.of("a stray continuation byte", new byte[] {(byte) 0x80}),
                Arguments.of("an overlong slash", new byte[] {(byte) 0xC0, (byte) 0xAF}),
                Arguments.of("half a character", new byte[] {(byte) 0xE2, (byte) 0x82}),
                Arguments.of("Latin-1", "é".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notUtf8")
    void shouldRefuseABodyThatIsNotUtf8(String what, byte[] bytes) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"name\":\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

        var answer = Api.as(manager).body(body.toByteArray()).post(ACTIONS);

        answer.then()
                .statusCode(400)
                .body("error_type", equalTo("malformed_request"))
                .body("message", equalTo("The request body is not valid UTF-8"));
        assertThat(answer.asString()).satisfies(ErrorText::leaksNothing);
    }

    @Test
    void shouldRefuseABodyWithoutAContentType() {
        var answer = RawHttp.send(
                "POST " + ACTIONS + " HTTP/1.1", "Authorization: Bearer " + manager, "Content-Length: 2", "", "{}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("\"error_type\":\"unsupported_media_type\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/%zz", "/api/custom-actions/%", "/api/custom-actions?search=%zz"})
    void shouldRefuseAnAddressThatIsNone(String address) {
        var answer = RawHttp.send("GET " + address + " HTTP/1.1", "Authorization: Bearer " + manager);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.body())
                .contains("\"error_type\":\"malformed_request\"")
                .satisfies(ErrorText::leaksNothing);
    }

    /** Such a request line is turned down while it is read, before there is a request. */
    @Test
    void shouldRefuseAnAddressThatIsTooLong() {
        var answer = RawHttp.send("GET /api/" + "a".repeat(5_000) + " HTTP/1.1");

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.body()).isEmpty();
    }

    /** So are such headers. */
    @Test
    void shouldRefuseTenThousandHeaders() {
        var headers = IntStream.range(0, 10_000).mapToObj(i -> "X-%d: a".formatted(i));

        var answer = RawHttp.send("GET " + ACTIONS + " HTTP/1.1", headers.toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/%e2%82", "/api/a%00b", "/api/..%2f..%2fq"})
    void shouldNotFindAnOddPath(String path) {
        var answer = RawHttp.send("GET " + path + " HTTP/1.1", "Authorization: Bearer " + manager);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.body()).startsWith("{\"status\":\"error\"").satisfies(ErrorText::leaksNothing);
    }

    @Test
    void shouldAnswerALongPathInTheEnvelope() {
        var path = "/api/" + "a".repeat(3_000);

        var answer = Api.as(manager).get(path);

        answer.then().statusCode(404).body("error_type", equalTo("not_found"));
    }
}
