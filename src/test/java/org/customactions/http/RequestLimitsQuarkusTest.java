package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class RequestLimitsQuarkusTest {

    private static final int MIB = 1024 * 1024;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    enum Framing {
        CONTENT_LENGTH {
            @Override
            BodyPublisher publish(byte[] body) {
                return BodyPublishers.ofByteArray(body);
            }
        },
        CHUNKED {
            @Override
            BodyPublisher publish(byte[] body) {
                return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
            }
        };

        abstract BodyPublisher publish(byte[] body);
    }

    @ParameterizedTest
    @EnumSource
    void shouldAcceptABodyOfExactlyOneMebibyte(Framing framing) throws Exception {
        var answer = put(framing.publish(contactOf(MIB)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseABodyOfOneByteMore(Framing framing) throws Exception {
        var answer = put(framing.publish(contactOf(MIB + 1)));

        assertThatItIsTooLarge(answer);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseABodyOfManyMebibytes(Framing framing) throws Exception {
        var answer = put(framing.publish(contactOf(5 * MIB)));

        assertThatItIsTooLarge(answer);
    }

    /** What agents send again and again needs less. */
    @ParameterizedTest
    @EnumSource
    void shouldRefuseHalfAsMuchOfAClick(Framing framing) throws Exception {
        for (var path : List.of("/%s/execute".formatted(UUID.randomUUID()), "/preview", "/order")) {
            var method = path.equals("/order") ? "PUT" : "POST";
            var largest = send(method, "/api/custom-actions" + path, framing.publish(contactOf(MIB / 2)));
            var answer = send(method, "/api/custom-actions" + path, framing.publish(contactOf(MIB / 2 + 1)));

            assertThat(largest.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.statusCode()).as(path).isEqualTo(413);
            assertThat(answer.body()).contains("The request body is larger than 512 KiB");
        }
    }

    /** It may bring all actions of an organization. */
    @ParameterizedTest
    @EnumSource
    void shouldAcceptTenMebibytesOfAnImport(Framing framing) throws Exception {
        var largest = send("POST", "/api/custom-actions/import", framing.publish(contactOf(10 * MIB)));
        var answer = send("POST", "/api/custom-actions/import", framing.publish(contactOf(10 * MIB + 1)));

        assertThat(largest.statusCode()).as(largest.body()).isEqualTo(400);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("The request body is larger than 10 MiB");
    }

    @Test
    void shouldServeTheNextRequestOnTheSameConnection() throws Exception {
        put(Framing.CONTENT_LENGTH.publish(contactOf(2 * MIB)));

        var answer = put(Framing.CONTENT_LENGTH.publish(contactOf(100)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void assertThatItIsTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"error\",\"message\":\"The request body is larger than 1 MiB\","
                        + "\"error_type\":\"payload_too_large\"}");
    }

    private HttpResponse<String> put(BodyPublisher body) throws IOException, InterruptedException {
        return send("PUT", "/api/contacts/" + UUID.randomUUID(), body);
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, path)))
                .header("Authorization", "Bearer " + manager)
                .header("Content-Type", "application/json")
                .timeout(Patience.LIMIT)
                .method(method, body)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** A valid contact that space makes as long as wanted. */
    private static byte[] contactOf(int length) {
        var json = "{\"phone_number\":\"+1 555 0100\"}".getBytes(StandardCharsets.UTF_8);
        var body = Arrays.copyOf(json, length);
        Arrays.fill(body, json.length, length, (byte) ' ');
        return body;
    }
}
