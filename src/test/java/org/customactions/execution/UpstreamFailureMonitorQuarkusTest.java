package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.customactions.support.Full;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@link Strict}: each way in which an upstream fails has a code of its own in metrics and log. */
@Full
@QuarkusTest
@TestProfile(Strict.class)
class UpstreamFailureMonitorQuarkusTest {

    private static final int WINDOW = 10;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private WatchedExecutions executions;

    @BeforeEach
    void watch() {
        executions = new WatchedExecutions(management, Map.of());
    }

    @AfterEach
    void stopWatching() {
        executions.close();
    }

    @Test
    void shouldSeeATimeout() throws IOException {
        try (var silent = new SilentUpstream()) {
            assertSeen("timeout", silent.url());
        }
    }

    @Test
    void shouldSeeAHostThatDoesNotExist() {
        assertSeen("unknown_host", "http://nowhere.test/");
    }

    @Test
    void shouldSeeAConnectionThatIsRefused() throws IOException {
        assertSeen("connect", closed());
    }

    /** What answers HTTPS is no TLS, and what answers HTTP is no HTTP. */
    @ParameterizedTest
    @CsvSource({"https,tls", "http,malformed_response"})
    void shouldSeeAProtocolThatIsAnother(String scheme, String outcome) throws IOException {
        try (var garbled = new GarbledUpstream()) {
            assertSeen(outcome, garbled.url(scheme));
        }
    }

    @Test
    void shouldSeeAConnectionThatEndsEarly() {
        assertSeen(
                "connection_closed",
                Hook.answering(aResponse().withFault(Fault.EMPTY_RESPONSE)).url());
    }

    @Test
    void shouldSeeAResponseThatIsTooLarge() {
        assertSeen("response_too_large", Hook.answering(ok("x".repeat(1025))).url());
    }

    @Test
    void shouldSeeACallThatWasNotMadeBecauseTheCircuitIsOpen() throws IOException {
        var url = closed();
        for (int i = 0; i < WINDOW; i++) {
            assertSeen("connect", url);
        }

        assertSeen("circuit_open", url);
    }

    private void assertSeen(String outcome, String url) {
        executions.assertSeen("webhook", outcome + " - -", () -> executions.execute("webhook", Map.of("url", url)));
    }

    /** The address of a port where nobody listens. */
    private static String closed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:%d/".formatted(socket.getLocalPort());
        }
    }
}
