package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators see of executions: a timer by type and outcome, and one line each in the log. */
@Full
@QuarkusTest
class ExecutionMonitorQuarkusTest {

    private static final Map<String, Object> CONTACT =
            Map.of("metadata", Map.of("dots", "..", "private", "10.0.0.1", "local", "[fe80::1]"));

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private WatchedExecutions executions;

    @BeforeEach
    void watch() {
        executions = new WatchedExecutions(management, CONTACT);
    }

    @AfterEach
    void stopWatching() {
        executions.close();
    }

    static Stream<Arguments> executions() {
        return Stream.of(
                webhook("success 200 -", () -> Hook.start().url()),
                webhook(
                        "upstream_status 500 -",
                        () -> Hook.answering(aResponse().withStatus(500)).url()),
                // The hosts stand in the contact's data, where nobody sees them before the action is executed.
                webhook("address_denied - private", () -> "http://{{{contact.metadata.private}}}/"),
                webhook("address_denied - link_local", () -> "http://{{{contact.metadata.local}}}/"),
                webhook("invalid - -", () -> "http://127.0.0.1/{{contact.metadata.dots}}/"),
                Arguments.of("url", "success - -", config("url", () -> "https://a.example/")),
                Arguments.of("url", "invalid - -", config("url", () -> "https://a.example/{{contact.metadata.dots}}/")),
                Arguments.of("javascript", "success - -", config("code", () -> "return {}")),
                Arguments.of("javascript", "script_error - -", config("code", () -> "throw 1")),
                Arguments.of("javascript", "script_stopped - -", config("code", () -> "for (;;) {}")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("executions")
    void shouldTimeAndLogEachExecution(String type, String outcome, Supplier<Map<String, String>> config) {
        executions.assertSeen(type, outcome, () -> executions.execute(type, config.get()));
    }

    @Test
    void shouldSeeAnExecutionWhoseCallerHungUp() throws IOException {
        try (var silent = new SilentUpstream()) {
            executions.assertSeen("webhook", "abandoned - -", () -> {
                try (var client = HangUpQuarkusTest.click(executions.organization(), silent.url())) {
                    Patience.await().until(() -> client.isConnected() && silent.calls() == 1);
                    return null;
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    /**
     * The webhook did its work, but its link cannot be kept: the agent is told of a failure, and so is the operator.
     */
    @Test
    void shouldSeeAnExecutionThatTheServiceItselfFailed() {
        var hook = Hook.answering(okJson("{}").withFixedDelay(2_000));
        var action =
                executions.create("webhook", Map.of("url", hook.url(), "result", Map.of("url", "https://a.example/")));
        var contact = executions.createContact();
        Callable<Integer> click =
                () -> Api.execute(executions.token(), action, contact).extract().statusCode();
        Callable<Integer> outage = () -> {
            Patience.await().until(() -> !hook.requests().isEmpty());
            ServiceResource.databaseProxy().cut();
            return 0;
        };

        executions.assertSeen("webhook", "error - -", () -> {
            assertThat(Concurrently.call(Patience.LIMIT, List.of(click, outage)))
                    .containsExactly(503, 0);
            return null;
        });
    }

    @AfterEach
    void recover() {
        ServiceResource.databaseProxy().restore();
        Patience.await()
                .until(() ->
                        Api.as(executions.token()).get("/api/custom-actions").statusCode() == 200);
    }

    private static Arguments webhook(String outcome, Supplier<String> url) {
        return Arguments.of("webhook", outcome, config("url", url));
    }

    private static Supplier<Map<String, String>> config(String field, Supplier<String> value) {
        return () -> Map.of(field, value.get());
    }
}
