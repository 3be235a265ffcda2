package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trace of a click goes on in the upstream (W3C Trace Context). */
@QuarkusTest
class TraceQuarkusTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String NEW_TRACE = "00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00";

    private final UUID organization = UUID.randomUUID();
    private final Hook hook = Hook.start();

    @ParameterizedTest
    @ValueSource(strings = {"00", "01"})
    void shouldHandTheTraceOfTheCallerOn(String flags) {
        click(Map.of("traceparent", "00-" + TRACE + "-" + SPAN + "-" + flags), Map.of());

        assertThat(hook.header("traceparent")).matches("00-" + TRACE + "-(?!0{16}|" + SPAN + ")[0-9a-f]{16}-" + flags);
    }

    @Test
    void shouldStartAnUnsampledTraceWithoutOneOfTheCaller() {
        click(Map.of(), Map.of());

        assertThat(hook.header("traceparent")).matches(NEW_TRACE);
    }

    @Test
    void shouldStartATraceInPlaceOfOneThatIsMalformed() {
        click(Map.of("traceparent", "00-" + TRACE + "-xyz-01"), Map.of());

        assertThat(hook.header("traceparent")).matches(NEW_TRACE).doesNotContain(TRACE);
    }

    @Test
    void shouldNotHandOnWhatOthersAddedToTheTrace() {
        var caller = Map.of(
                "traceparent", "00-" + TRACE + "-" + SPAN + "-01", "tracestate", "vendor=1", "baggage", "customer=42");

        click(caller, Map.of());

        assertThat(hook.request().getHeaders().keys()).doesNotContain("tracestate", "baggage");
    }

    @Test
    void shouldReplaceATraceInTheActionsOwnHeaders() {
        click(Map.of(), Map.of("Traceparent", "00-" + TRACE + "-" + SPAN + "-01"));

        assertThat(hook.request().header("traceparent").values())
                .singleElement()
                .satisfies(sent -> assertThat(sent).matches(NEW_TRACE));
    }

    private void click(Map<String, String> callerHeaders, Map<String, String> actionHeaders) {
        var config = new HashMap<String, Object>(Map.of("url", hook.url(), "headers", actionHeaders));
        var action = Api.createAction(organization, "webhook", config);
        var contact = Api.createContact(organization, Map.of());
        Api.as(Tokens.agent(organization).sign())
                .headers(callerHeaders)
                .body(Map.of("contact_id", contact))
                .post("/api/custom-actions/{id}/execute", action)
                .then()
                .statusCode(200);
    }
}
