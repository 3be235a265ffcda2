package org.customactions.kind.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The message for an agent if an upstream gives no answer. Such a call is not repeated. */
@QuarkusTest
class WebhookFailureQuarkusTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final Clicks clicks = new Clicks();

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void shouldTellThatTheConnectionWasClosed(Fault fault) {
        Hook hook = Hook.answering(aResponse().withFault(fault));

        assertFailed(
                clicks.webhook(hook, Map.of()),
                is("Webhook connection to 127.0.0.1 was closed before the response was complete"));
        assertThat(hook.requests()).hasSize(1);
    }

    /** Which message it is depends on where a line ends in the garbage. */
    @ParameterizedTest
    @EnumSource(names = {"MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"})
    void shouldFailOverGarbage(Fault fault) {
        Hook hook = Hook.answering(aResponse().withFault(fault));

        assertFailed(
                clicks.webhook(hook, Map.of()),
                oneOf(
                        "Webhook connection to 127.0.0.1 was closed before the response was complete",
                        "Webhook response from 127.0.0.1 is not valid HTTP"));
        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldFailOverAResponseLargerThanAMebibyte() {
        Hook hook = Hook.answering(ok("x".repeat(MEBIBYTE + 1)));

        assertFailed(clicks.webhook(hook, Map.of()), is("Webhook response is larger than 1 MiB"));
    }

    @Test
    void shouldTakeAResponseOfAMebibyte() {
        Hook hook = Hook.answering(ok("x".repeat(MEBIBYTE)));

        clicks.webhook(hook, Map.of()).body("data.success", is(true)).body("data.data.body.length()", is(MEBIBYTE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void shouldNameTheHostThatRefusesTheConnection(String host) throws IOException {
        String url = "http://%s:%d/secret?key=1".formatted(host, closedPort());

        assertFailed(clicks.action("webhook", Map.of("url", url)), is("Webhook could not connect to " + host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "[fe80::1]", "[::ffff:10.0.0.1]", "0x0a000001"})
    void shouldRefuseALiteralForbiddenAddressWhenItIsSaved(String host) {
        Api.as(Tokens.manager(clicks.organization()).sign())
                .body(Map.of(
                        "name", "Hook",
                        "action_type", "webhook",
                        "config", Map.of("url", "http://" + host + "/")))
                .post("/api/custom-actions")
                .then()
                .statusCode(400)
                .body("error_type", is("validation_error"))
                .body("errors.field", is(List.of("config.url")));
    }

    @Test
    void shouldReachAHostByNameThatIsAllowed() {
        Hook hook = Hook.start();

        clicks.action("webhook", Map.of("url", hook.url().replace("127.0.0.1", "localhost")))
                .body("data.success", is(true));

        assertThat(hook.header("Host")).startsWith("localhost:");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void assertFailed(ValidatableResponse click, Matcher<String> message) {
        click.body("status", is("success"))
                .body("data.success", is(false))
                .body("data.message", message)
                .body("data.toast.message", message)
                .body("data.toast.type", is("error"))
                .body("data", not(hasKey("data")));
    }
}
