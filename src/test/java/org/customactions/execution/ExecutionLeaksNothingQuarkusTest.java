package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Planted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What metrics and log do not tell of executions: labels without bounds, secrets, customers' data. */
@QuarkusTest
class ExecutionLeaksNothingQuarkusTest {

    private static final String TIMER = "custom_actions_executions_seconds";
    private static final String DENIED = "custom_actions_webhook_denied_total";
    private static final String CANARY = "canary-" + UUID.randomUUID();
    private static final String SIGNING_SECRET = Planted.SIGNING_SECRET;

    private static final Map<String, Object> CONTACT = Map.of(
            "name", "Ada", "metadata", Map.of("ten", "10.0.0.1", "home", "192.168.0.1", "cloud", "169.254.169.254"));

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

    @Test
    void shouldCountDeniedAddressesByReason() {
        var before = denied();

        executeTo("ten");
        executeTo("home");
        executeTo("cloud");

        assertThat(denied()).containsExactly(before.get(0) + 2, before.get(1) + 1);
    }

    @Test
    void shouldLabelByNothingThatGrowsWithCustomersOrUrls() {
        var hook = Hook.start();
        executions.execute("webhook", Map.of("url", hook.url()));
        executeTo("ten");

        var exposed = executions.metrics();

        // The limits of durations are le.
        assertThat(exposed.labels(TIMER)).containsOnly("type", "outcome", "le");
        assertThat(exposed.labels(DENIED)).containsOnly("reason");
        assertThat(String.join("\n", exposed.lines()))
                .doesNotContain(
                        executions.organization().toString(),
                        hook.path(),
                        "10.0.0.1",
                        URI.create(hook.url()).getAuthority());
    }

    @Test
    void shouldLogNeitherHeadersNorBodiesNorTokensNorCustomersData() {
        var hook = Hook.answering(aResponse().withStatus(500).withBody("{\"answer\":\"" + CANARY + "\"}"));
        Map<String, Object> config = Map.of(
                "url",
                hook.url() + "?key=" + CANARY,
                "headers",
                Map.of("Authorization", "Bearer " + CANARY + Planted.text("header")),
                "body",
                "{\"to\":\"" + CANARY + "{{contact.name}}\"}",
                "signing_secret",
                SIGNING_SECRET);

        executions.execute("webhook", config);
        executions.execute("javascript", Map.of("code", "throw new Error('%s' + contact.name)".formatted(CANARY)));
        executions.execute("url", Map.of("url", "https://a.example/" + CANARY));

        assertThat(executions.log().lines()).hasSize(3);
        assertThat(executions.log().lines())
                .noneMatch(line -> Stream.of(CANARY, SIGNING_SECRET, executions.token(), "Ada", "redirect", "http")
                        .anyMatch(line.replace("http_status", "")::contains));
    }

    /** To the host in the contact's data, where nobody sees it before the action is executed. */
    private void executeTo(String name) {
        executions.execute("webhook", Map.of("url", "http://{{{contact.metadata.%s}}}/".formatted(name)));
    }

    private List<Double> denied() {
        return Stream.of("private", "link_local")
                .map(reason -> executions.metrics().value(DENIED + "{reason=\"" + reason + "\"}"))
                .toList();
    }
}
