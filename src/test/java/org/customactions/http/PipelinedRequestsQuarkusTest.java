package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent without waiting for answers. */
@QuarkusTest
class PipelinedRequestsQuarkusTest {

    private static final Pattern ID = Pattern.compile("(?i)x-request-id: (\\S+)");

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    @ParameterizedTest
    @ValueSource(ints = {2, 32, 33, 500})
    void shouldAnswerEachInItsOrder(int count) throws IOException {
        var requests = IntStream.range(0, count)
                .mapToObj(i -> request("GET", i, i == count - 1, ""))
                .collect(Collectors.joining());

        assertThat(idsOfAnswersTo(requests)).isEqualTo(ids(count));
    }

    /** So small that one read takes in more of them than a connection may hold. */
    @Test
    void shouldAnswerShortOnes() throws IOException {
        var requests = IntStream.range(0, 2_000)
                .mapToObj(i -> "GET /x HTTP/1.1\r\nHost: a\r\nX-Request-Id: id-%d\r\n%s\r\n"
                        .formatted(i, i == 1_999 ? "Connection: close\r\n" : ""))
                .collect(Collectors.joining());

        assertThat(idsOfAnswersTo(requests)).isEqualTo(ids(2_000));
    }

    @Test
    void shouldReadBodiesInBetween() throws IOException {
        var body = "{\"name\":\"%s\"}".formatted("a".repeat(20_000));
        var requests = IntStream.range(0, 20)
                .mapToObj(i -> request("POST", i, i == 19, body))
                .collect(Collectors.joining());

        assertThat(idsOfAnswersTo(requests)).isEqualTo(ids(20));
    }

    private String request(String method, int number, boolean isLast, String body) {
        return String.join(
                "\r\n",
                method + " /api/custom-actions HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + manager,
                "X-Request-Id: id-" + number,
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "Connection: " + (isLast ? "close" : "keep-alive"),
                "",
                body);
    }

    private static String ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "id-" + i).collect(Collectors.joining(" "));
    }

    private static String idsOfAnswersTo(String requests) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout((int) Patience.LIMIT.toMillis());
            var sending = new Thread(() -> {
                try {
                    socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    // The answers will tell.
                }
            });
            sending.start();
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return ID.matcher(answers).results().map(id -> id.group(1)).collect(Collectors.joining(" "));
        }
    }
}
