package org.customactions.history;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No secret is in what is kept of a webhook, whoever wrote it there: the config, filters, places or the upstream. */
@QuarkusTest
class ExchangeLeaksNothingQuarkusTest {

    private static final String MASK = "********";
    private static final String SECRET = Planted.text("ke/y \"é");
    private static final String HEADER = Planted.text("header");
    private static final String PASSWORD = Planted.text("password");
    private static final String TOKEN = Planted.text("token");
    private static final String KEY = Planted.text("signing");

    private final History history = new History();
    private HttpServer upstream;
    private String url;

    @BeforeEach
    void start() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", ExchangeLeaksNothingQuarkusTest::echo);
        upstream.start();
        url = "http://127.0.0.1:" + upstream.getAddress().getPort();
        Api.as(history.manager())
                .body(Map.of("value", SECRET))
                .put("/api/secrets/key")
                .then()
                .statusCode(201);
    }

    @AfterEach
    void stop() {
        upstream.stop(0);
    }

    /** Sends everything back, also percent-encoded and with escapes of JSON. */
    private static void echo(HttpExchange exchange) throws IOException {
        var all = new StringBuilder(exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        all.append(name).append(": ").append(values.get(0)).append('\n'));
        all.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var latin = new String(all.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        var escaped = new StringBuilder();
        latin.chars().forEach(character -> escaped.append("\\u%04x".formatted(character)));
        var body = "{\"escaped\":\"%s\",\"encoded\":\"%s\"}"
                .formatted(escaped, URLEncoder.encode(latin, StandardCharsets.UTF_8));
        var bytes = exchange.getRequestURI().getPath().contains("text")
                ? all.toString().getBytes(StandardCharsets.ISO_8859_1)
                : body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Set-Cookie", "session=" + TOKEN);
        exchange.getResponseHeaders()
                .set("X-Echo", String.valueOf(exchange.getRequestHeaders().getFirst("X-Key")));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(500, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void shouldMaskWhatTheConfigKeepsSecret() {
        for (var path : List.of("/json", "/text")) {
            var exchange = exchange(Map.of(
                    "url",
                    url + path + "?k={{secret.key}}&b={{secret.key | base64 | url}}",
                    "headers",
                    Map.of(
                            "X-Key", HEADER,
                            "X-Bearer", "Bearer " + HEADER + "-{{contact.name}}",
                            "X-Shared", "{{secret.key}}",
                            "X-Name", "{{contact.name}}",
                            "Accept", "text/plain"),
                    "body",
                    "{\"key\":\"{{secret.key}}\",\"hash\":\"{{secret.key | sha256}}\",\"name\":\"{{contact.name}}\"}",
                    "auth",
                    Map.of("type", "basic", "username", "ada", "password", PASSWORD),
                    "signature",
                    Map.of("header", "X-Hub-Signature", "secret", KEY, "prefix", "sha256="),
                    "signing_secret",
                    Planted.SIGNING_SECRET));

            assertHides(exchange, SECRET, HEADER, PASSWORD, TOKEN, KEY, Planted.SIGNING_KEY);
            assertHides(
                    exchange,
                    base64(SECRET),
                    base64("ada:" + PASSWORD),
                    URLEncoder.encode(SECRET, StandardCharsets.UTF_8));
            assertThat(header(exchange, "request", "X-Key")).isEqualTo(MASK);
            assertThat(header(exchange, "request", "Authorization")).isEqualTo(MASK);
            assertThat(header(exchange, "request", "X-Hub-Signature")).isEqualTo(MASK);
            assertThat(header(exchange, "request", "webhook-signature")).isEqualTo(MASK);
            assertThat(header(exchange, "request", "Accept")).isEqualTo("text/plain");
            assertThat(header(exchange, "response", "set-cookie")).isEqualTo(MASK);
            assertThat(header(exchange, "response", "x-echo")).isEqualTo(MASK);
            assertThat(((Map<?, ?>) exchange.get("request")).get("body").toString())
                    .contains("\"name\":\"Ada\"")
                    .doesNotContain("hash\":\"" + "0");
        }
    }

    @Test
    void shouldMaskATokenThatWasFetched() {
        var tokens = Hook.answering(
                okJson("{\"access_token\":\"" + TOKEN + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"));

        var exchange = exchange(Map.of(
                "url",
                url + "/json",
                "auth",
                Map.of("type", "oauth2", "token_url", tokens.url(), "client_id", "me", "client_secret", PASSWORD)));

        assertHides(exchange, TOKEN, PASSWORD);
        assertThat(header(exchange, "request", "Authorization")).isEqualTo(MASK);
    }

    /** Where a body ends, no half of a secret is left. */
    @Test
    void shouldMaskASecretThatIsCut() {
        for (int before = 16 * 1024 - 40; before < 16 * 1024; before += 7) {
            var hook =
                    Hook.answering(aResponse().withStatus(500).withBody("x".repeat(before) + HEADER + "y".repeat(99)));

            var exchange = exchange(Map.of("url", hook.url(), "headers", Map.of("X-Key", HEADER)));

            assertThat(((Map<?, ?>) exchange.get("response")).get("body").toString())
                    .doesNotContain(HEADER.substring(0, 4));
        }
    }

    private static void assertHides(Map<String, Object> exchange, String... texts) {
        for (var text : texts) {
            assertThat(exchange.toString()).doesNotContain(text);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(Map<String, Object> exchange, String side, String name) {
        return String.valueOf(((Map<?, ?>) ((Map<?, ?>) exchange.get(side)).get("headers")).get(name));
    }

    private Map<String, Object> exchange(Map<String, Object> config) {
        var action = history.createAction("webhook", new HashMap<>(config));
        String execution = history.execute(action).statusCode(200).extract().path("data.execution_id");
        return Api.as(history.manager())
                .get("/api/custom-actions/executions/{id}", execution)
                .then()
                .statusCode(200)
                .body("data.success", is(false))
                .extract()
                .path("data.exchange");
    }
}
