package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.customactions.support.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two servers may read differently: each costs its connection. */
@QuarkusTest
class FramingQuarkusTest {

    private static final String NEXT = "GET /api/custom-actions HTTP/1.1\r\nHost: next\r\n\r\n";
    private static final String LAST = NEXT.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    private static final String POST = "POST /api/custom-actions HTTP/1.1\r\n";
    private static final String GET = "GET /api/custom-actions HTTP/1.1\r\n";
    private static final String HOST = "Host: localhost\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String ONE_CHUNK = "\r\n2\r\n{}\r\n0\r\n\r\n";

    static Stream<Arguments> ambiguous() {
        return Stream.of(
                Arguments.of("both", POST + HOST + CHUNKED + "Content-Length: 2\r\n" + ONE_CHUNK),
                Arguments.of("both, the other way round", POST + HOST + "Content-Length: 2\r\n" + CHUNKED + ONE_CHUNK),
                Arguments.of("two encodings", POST + HOST + CHUNKED + CHUNKED + ONE_CHUNK),
                Arguments.of("two that differ", POST + HOST + CHUNKED + "Transfer-Encoding: identity\r\n" + ONE_CHUNK),
                Arguments.of("a list", POST + HOST + "Transfer-Encoding: chunked, identity\r\n" + ONE_CHUNK),
                Arguments.of("a list that ends well", POST + HOST + "Transfer-Encoding: gzip, chunked\r\n" + ONE_CHUNK),
                Arguments.of("identity", POST + HOST + "Transfer-Encoding: identity\r\nContent-Length: 2\r\n\r\n{}"),
                Arguments.of("an unknown one", POST + HOST + "Transfer-Encoding: xchunked\r\n" + ONE_CHUNK),
                Arguments.of("a tab", POST + HOST + "Transfer-Encoding:\tchunked,\r\n" + ONE_CHUNK),
                Arguments.of("space before the colon", POST + HOST + "Transfer-Encoding : chunked\r\n" + ONE_CHUNK),
                Arguments.of("HTTP/1.0", "POST / HTTP/1.0\r\n" + HOST + CHUNKED + ONE_CHUNK),
                Arguments.of("two lengths", POST + HOST + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
                Arguments.of("two that differ", POST + HOST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
                Arguments.of("a list of lengths", POST + HOST + "Content-Length: 2, 2\r\n\r\n{}"),
                Arguments.of("a sign", POST + HOST + "Content-Length: +2\r\n\r\n{}"),
                Arguments.of("a negative length", POST + HOST + "Content-Length: -2\r\n\r\n{}"),
                Arguments.of("no number", POST + HOST + "Content-Length: 0x2\r\n\r\n{}"),
                Arguments.of("two hosts", GET + HOST + "Host: other\r\n\r\n"),
                Arguments.of("no host", GET + "\r\n"),
                Arguments.of("another host", "GET http://other/api/custom-actions HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("a host and a user", "GET http://a@localhost/api HTTP/1.1\r\n" + HOST + "\r\n"),
                Arguments.of("a bare CR", GET + HOST + "X: a\rTransfer-Encoding: chunked\r\n" + ONE_CHUNK),
                Arguments.of("NUL", GET + HOST + "X: a\u0000b\r\n\r\n"),
                Arguments.of("a name with a space", GET + HOST + "X Y: a\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void shouldRefuseAndClose(String what, String request) throws IOException {
        var answers = answersTo(request + NEXT);

        assertThat(answers).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1");
        assertThat(answers)
                .containsIgnoringCase("x-request-id: ")
                .containsIgnoringCase("connection: close")
                .contains("{\"status\":\"error\",\"message\":\"The ")
                .endsWith("\"error_type\":\"malformed_request\"}");
    }

    static Stream<Arguments> chunks() {
        return Stream.of(
                Arguments.of("beyond 64 bits", "100000000000000002\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("beyond 31 bits", "80000002\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("beyond 32 bits", "100000002\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("negative", "-2\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("a sign", "+2\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("0x", "0x2\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("none", "\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("a longer chunk than it says", "2\r\n{}{}\r\n0\r\n\r\n"));
    }

    /** The request may be answered before its body is read; the next one is not. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("chunks")
    void shouldNotTakeWhatFollowsABrokenChunkForARequest(String what, String chunks) throws IOException {
        var answers = answersTo(POST + HOST + CHUNKED + "\r\n" + chunks + NEXT);

        assertThat(answers.split("HTTP/1.1 ", -1).length - 1).as(answers).isLessThanOrEqualTo(1);
        assertThat(answers).doesNotContain("HTTP/1.1 200");
    }

    static Stream<Arguments> plain() {
        return Stream.of(
                Arguments.of("a length", POST + HOST + "Content-Length: 2\r\n\r\n{}"),
                Arguments.of("chunks", POST + HOST + CHUNKED + ONE_CHUNK),
                Arguments.of("chunks in capitals", POST + HOST + "transfer-encoding: Chunked\r\n" + ONE_CHUNK),
                Arguments.of("the same host", "GET http://LOCALHOST/api/custom-actions HTTP/1.1\r\n" + HOST + "\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plain")
    void shouldServeWhatIsClear(String what, String request) throws IOException {
        var answers = answersTo(request + LAST);

        assertThat(answers.split("HTTP/1.1 401 ", -1)).as(answers).hasSize(3);
    }

    /** Neither by its preface nor by an upgrade. */
    @Test
    void shouldNotSpeakHttp2() throws IOException {
        var preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\0\0\0\4\0\0\0\0\0";
        var upgrade = GET + HOST + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                + "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n";

        assertThat(answersTo(preface)).startsWith("HTTP/1.1 400 ");
        assertThat(answersTo(upgrade + LAST).split("HTTP/1.1 401 ", -1)).hasSize(3);
    }

    /** All that comes until the service closes the connection. */
    private static String answersTo(String bytes) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout((int) Patience.LIMIT.toMillis());
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
