package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.customactions.support.Api;
import org.customactions.support.Metrics;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** The labels of requests in the metrics: whatever a client sends, there are only so many. */
@QuarkusTest
class RequestLabelsQuarkusTest {

    private static final int INVENTED = 1_000;
    private static final String REQUESTS = "http_server_requests_seconds_count";

    private static final List<String> PATHS = List.of(
            "/api/custom-actions/zz%d/execute",
            "/api/custom-actions/{x%d}",
            "/api/custom-actions/%d%%zz",
            "/api/x%d",
            "/x%d",
            "/console/%d",
            "/assets/%d",
            "/api/custom-actions/redirect/%d",
            "/api/contacts/%d/a");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    @Test
    void shouldBoundSeriesAndStillRecordTheServicesOwnRoutes() throws IOException {
        Api.as(manager).get("/api/custom-actions");
        var metrics = new Metrics(management);

        invent();

        assertThat(metrics.labels(REQUESTS, "method")).isSubsetOf(RequestLabels.METHODS);
        assertThat(metrics.labels(REQUESTS, "uri")).noneMatch(uri -> uri.matches(".*\\d.*"));
        assertThat(metrics.lines().stream().filter(line -> line.startsWith(REQUESTS)))
                .hasSizeLessThan(300);
        var series = REQUESTS + "{method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/api/contacts\"}";
        var before = metrics.value(series);
        Api.as(manager).get("/api/contacts").then().statusCode(200);
        assertThat(metrics.value(series)).isEqualTo(before + 1);
        RestAssured.get("/embed/custom-actions.js").then().statusCode(200);
        assertThat(metrics.labels(REQUESTS, "uri"))
                .contains("/api/custom-actions", "/embed/custom-actions.js", RequestLabels.OTHER);
    }

    private void invent() throws IOException {
        var random = RandomGenerator.getDefault();
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout((int) Patience.LIMIT.toMillis());
            var requests = new StringBuilder();
            for (int i = 0; i < INVENTED; i++) {
                var method = i % 3 == 0 ? "GET" : i % 3 == 1 ? "PATCH" : "Z" + random.nextInt(1_000_000, 2_000_000);
                var path = PATHS.get(i % PATHS.size()).formatted(random.nextInt(1_000_000, 2_000_000));
                requests.append("%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                        .formatted(method, path, i == INVENTED - 1 ? "Connection: close\r\n" : ""));
            }
            var sending = new Thread(() -> {
                try {
                    socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    // The answers will tell.
                }
            });
            sending.start();
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 \\d", -1)).hasSize(INVENTED + 1);
        }
    }
}
