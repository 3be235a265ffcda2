package org.customactions.secret.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.ExecutionLog;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upstream that sends secrets back, in every answer that follows from it. */
@QuarkusTest
class SecretEchoQuarkusTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VALUE = Planted.text("k/e y\"é");
    private static final String MASK = "********";

    private final UUID organization = UUID.randomUUID();
    private final SecretCalls secrets = new SecretCalls(organization);
    private HttpServer upstream;
    private String url;

    @BeforeEach
    void start() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", SecretEchoQuarkusTest::echo);
        upstream.start();
        url = "http://127.0.0.1:" + upstream.getAddress().getPort();
        secrets.put("key", VALUE);
    }

    @AfterEach
    void stop() {
        upstream.stop(0);
    }

    /** The status is the path's last segment. */
    private static void echo(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestURI();
        var path = request.getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var header = String.valueOf(exchange.getRequestHeaders().getFirst("X-Key"));
        var key = new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        var answer = JSON.createObjectNode()
                .put("url", request.toString())
                .put("query", request.getQuery())
                .put("body", body)
                .put("header", key)
                .put("half", VALUE.substring(0, 6))
                .put("rest", VALUE.substring(6));
        answer.put(key, true);
        var bytes =
                path.contains("text") ? (body + key).getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", path.contains("text") ? "text/plain" : "application/json");
        exchange.getResponseHeaders().set("X-Echo", header);
        exchange.sendResponseHeaders(Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Map<String, Object> config(String path) {
        return Map.of(
                "url",
                url + path + "?k={{secret.key}}&b={{secret.key | base64}}",
                "headers",
                Map.of("X-Key", "{{secret.key}}"),
                "body",
                "{\"key\":\"{{secret.key}}\",\"hash\":\"{{secret.key | sha256}}\"}",
                "result",
                Map.of(
                        "toast", "{{response.header}} {{response_text}} {{response_headers.x-echo}}",
                        "clipboard", "{{response.half}}{{response.rest}} {{response.header | base64}}",
                        "url", "https://a.example/{{response.header}}?u={{response.url}}"));
    }

    private void assertHidden(String answer) {
        assertThat(answer).contains(MASK).doesNotContain(Planted.text(""), encoded(VALUE), encoded(Planted.text("")));
    }

    private static String encoded(String text) {
        var base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return base64.substring(0, 16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/json/200", "/text/200", "/json/500", "/text/404"})
    void shouldBeMaskedInTheAnswerAndTheHistory(String path) {
        var action = secrets.webhook("Action", config(path));

        try (var log = new ExecutionLog(organization)) {
            var answer = secrets.click(action).statusCode(200).extract().asString();

            if (!path.equals("/text/404")) {
                assertHidden(answer);
            }
            assertThat(answer + secrets.history(action).extract().asString() + log.lines())
                    .doesNotContain(Planted.text(""));
        }
    }

    @Test
    void shouldBeMaskedInEachPartOfTheAnswer() {
        var action = secrets.webhook("Action", config("/json/200"));

        var data = secrets.click(action).statusCode(200).extract().jsonPath();

        assertThat(data.getString("data.data.query")).isEqualTo("k=" + MASK + "&b=" + MASK);
        assertThat(data.getString("data.data.url")).isEqualTo("/json/200?k=" + MASK + "&b=" + MASK);
        assertThat(data.getString("data.data.body")).isEqualTo("{\"key\":\"" + MASK + "\",\"hash\":\"" + MASK + "\"}");
        assertThat(data.getMap("data.data")).containsKey(MASK);
        assertThat(data.getString("data.clipboard")).startsWith(MASK + " KioqKioqKio=");
        assertThat(location(data.getString("data.redirect_url")))
                .isEqualTo("https://a.example/********?u=%2Fjson%2F200%3Fk%3D********%26b%3D********");
    }

    private static String location(String path) {
        return Api.anonymous().get(path).then().statusCode(302).extract().header("Location");
    }

    @Test
    void shouldBeMaskedInAKeptAnswer() {
        var action = secrets.webhook("Action", config("/json/200"));
        var contact = Api.createContact(organization, Map.of("name", "Ada"));
        var agent = Tokens.agent(organization).claim("sub", "agent").sign();

        var first = click(agent, action, contact);
        var again = click(agent, action, contact);

        assertHidden(again.asString());
        assertThat(again.<String>path("data.execution_id")).isEqualTo(first.path("data.execution_id"));
    }

    private static Response click(String agent, UUID action, UUID contact) {
        return Api.as(agent)
                .header("Idempotency-Key", "1")
                .body(Map.of("contact_id", contact))
                .post("/api/custom-actions/{id}/execute", action);
    }

    @Test
    void shouldBeMaskedInAPreview() {
        var request =
                secrets.preview(config("/json/200")).statusCode(200).extract().jsonPath();

        assertThat(request.getString("data.request.url")).isEqualTo(url + "/json/200?k=" + MASK + "&b=" + MASK);
        assertThat(request.getString("data.request.body"))
                .isEqualTo("{\"key\":\"" + MASK + "\",\"hash\":\"" + MASK + "\"}");
        assertThat(request.getMap("data.request.headers")).containsEntry("X-Key", MASK);
    }
}
