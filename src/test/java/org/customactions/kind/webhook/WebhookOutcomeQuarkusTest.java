package org.customactions.kind.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.execution.Hook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The message for an agent after each answer that an upstream can give. */
@QuarkusTest
class WebhookOutcomeQuarkusTest {

    /** Keeps every digit. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Clicks clicks = new Clicks();

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void shouldSucceedWithAnyStatusOf2xx(int status) {
        Hook hook = Hook.answering(aResponse().withStatus(status));

        clicks.webhook(hook, Map.of())
                .body("status", is("success"))
                .body("data.success", is(true))
                .body("data.message", is("Webhook executed successfully"))
                .body("data.toast.message", is("Webhook executed successfully"))
                .body("data.toast.type", is("success"))
                .body("data.execution_id", matchesPattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .body("data", not(hasKey("data")))
                .body("data", not(hasKey("redirect_url")))
                .body("data", not(hasKey("clipboard")))
                .body("data", not(hasKey("open_in_new_tab")));
        assertThat(hook.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":7,\"n\":{\"deep\":[1,null]}}",
                "[1,\"two\",{}]",
                "\"text\"",
                "42",
                "1.10",
                "12345678901234567890123.5",
                "true",
                "null",
                "{}",
                "[]",
                "\"é😀\\u2028\""
            })
    void shouldHandOnAnyJsonValue(String json) throws Exception {
        Hook hook = Hook.answering(ok(json).withHeader("Content-Type", "application/json"));

        String answer = clicks.webhook(hook, Map.of()).extract().asString();

        assertThat(JSON.readTree(answer).at("/data").has("data")).isTrue();
        assertThat(JSON.readTree(answer).at("/data/data")).isEqualTo(JSON.readTree(json));
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "text/html; charset=utf-8", "application/xml", "''"})
    void shouldHandOnOtherTextAsABody(String contentType) {
        var response = ok("thanks, é\n<b>");
        Hook hook = Hook.answering(contentType.isEmpty() ? response : response.withHeader("Content-Type", contentType));

        clicks.webhook(hook, Map.of())
                .body("data.success", is(true))
                .body("data.data", is(Map.of("body", "thanks, é\n<b>")));
    }

    @Test
    void shouldHandOnBrokenJsonAsText() {
        Hook hook = Hook.answering(ok("{\"id\":").withHeader("Content-Type", "application/json"));

        clicks.webhook(hook, Map.of()).body("data.success", is(true)).body("data.data.body", is("{\"id\":"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/octet-stream", "text/plain"})
    void shouldLeaveOutABinaryBody(String contentType) {
        Hook hook = Hook.answering(aResponse()
                .withHeader("Content-Type", contentType)
                .withBody(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff, (byte) 0xfe}));

        clicks.webhook(hook, Map.of()).body("data.success", is(true)).body("data", not(hasKey("data")));
    }

    @ParameterizedTest
    @CsvSource({
        "301,Moved Permanently",
        "302,Found",
        "303,See Other",
        "307,Temporary Redirect",
        "308,Permanent Redirect",
        "304,Not Modified"
    })
    void shouldNotFollowARedirect(int status, String reason) {
        Hook target = Hook.start();
        Hook hook = Hook.answering(aResponse().withStatus(status).withHeader("Location", target.url()));

        assertFailed(clicks.webhook(hook, Map.of()), "Webhook returned status %d %s".formatted(status, reason));
        assertThat(hook.requests()).hasSize(1);
        assertThat(target.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400,Bad Request",
        "401,Unauthorized",
        "404,Not Found",
        "418,I'm a teapot",
        "429,Too Many Requests",
        "500,Internal Server Error",
        "503,Service Unavailable"
    })
    void shouldNameTheStatusOfAFailedCallAndHandItsJsonOn(int status, String reason) {
        Hook hook = Hook.answering(aResponse()
                .withStatus(status)
                .withStatusMessage(reason)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"error\":\"no such plan\"}"));

        assertFailed(clicks.webhook(hook, Map.of()), "Webhook returned status %d %s".formatted(status, reason))
                .body("data.data", is(Map.of("error", "no such plan")));
        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldLeaveOutOtherTextOfAFailedCall() {
        Hook hook = Hook.answering(aResponse()
                .withStatus(502)
                .withHeader("Content-Type", "text/html")
                .withBody("<h1>"));

        assertFailed(clicks.webhook(hook, Map.of()), "Webhook returned status 502 Bad Gateway")
                .body("data", not(hasKey("data")));
    }

    private static ValidatableResponse assertFailed(ValidatableResponse click, String message) {
        return click.body("status", is("success"))
                .body("data.success", is(false))
                .body("data.message", is(message))
                .body("data.toast.message", is(message))
                .body("data.toast.type", is("error"))
                .body("data", hasKey("execution_id"));
    }
}
