package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators see of executions: metrics with bounded labels, and one line each in the log. */
@QuarkusTest
class ExecutionMonitorQuarkusTest {

    private static final Logger LOG = Logger.getLogger("org.customactions.executions");
    private static final String TIMER = "custom_actions_executions_seconds";
    private static final String DENIED = "custom_actions_webhook_denied_total";
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Pattern LINE =
            Pattern.compile("execution_id=(?<execution>\\S+) organization_id=(?<organization>\\S+)"
                    + " action_id=(?<action>\\S+) type=(?<type>\\S+) outcome=(?<outcome>\\S+) http_status=(?<status>\\S+)"
                    + " detail=(?<detail>\\S+) duration_ms=\\d+");

    private static final String CANARY = "canary-" + UUID.randomUUID();
    private static final String SIGNING_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final Map<String, String> HOSTS =
            Map.of("10.0.0.1", "a", "192.168.0.1", "b", "169.254.169.254", "c", "[fe80::1]", "d");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final UUID organization = UUID.randomUUID();
    private final String token = Tokens.agent(organization).sign();
    private final Recorder log = new Recorder();

    @BeforeEach
    void recordLog() {
        LOG.addHandler(log);
    }

    @AfterEach
    void stopRecording() {
        LOG.removeHandler(log);
    }

    /** An execution, and what it is called in metrics and log. */
    private record Case(
            String type, Supplier<Map<String, Object>> config, String outcome, String status, String detail) {

        static Arguments of(
                String type, Supplier<Map<String, Object>> config, String outcome, String status, String detail) {
            return Arguments.of(new Case(type, config, outcome, status, detail));
        }

        @Override
        public String toString() {
            return type + " " + outcome;
        }
    }

    static Stream<Arguments> executions() {
        return Stream.of(
                Case.of("webhook", () -> Map.of("url", Hook.start().url()), "success", "200", "-"),
                Case.of("url", () -> Map.of("url", "https://a.example/"), "success", "-", "-"),
                Case.of("javascript", () -> Map.of("code", "return {}"), "success", "-", "-"),
                Case.of(
                        "webhook",
                        () -> Map.of(
                                "url",
                                Hook.answering(aResponse().withStatus(500)).url()),
                        "upstream_status",
                        "500",
                        "-"),
                Case.of(
                        "webhook",
                        () -> Map.of(
                                "url",
                                Hook.answering(aResponse().withFault(Fault.EMPTY_RESPONSE))
                                        .url()),
                        "connection_closed",
                        "-",
                        "-"),
                Case.of("webhook", () -> toContactsHost("10.0.0.1"), "address_denied", "-", "private"),
                Case.of("webhook", () -> toContactsHost("[fe80::1]"), "address_denied", "-", "link_local"),
                Case.of(
                        "webhook",
                        () -> Map.of("url", Hook.start().url() + "/{{contact.metadata.dots}}/"),
                        "invalid",
                        "-",
                        "-"),
                Case.of("javascript", () -> Map.of("code", "throw 1"), "script_error", "-", "-"),
                Case.of("javascript", () -> Map.of("code", "for (;;) {}"), "script_stopped", "-", "-"));
    }

    @ParameterizedTest
    @MethodSource("executions")
    void shouldTimeExecutionsByTypeAndOutcome(Case execution) {
        var series = "%s_count{outcome=\"%s\",type=\"%s\"}".formatted(TIMER, execution.outcome, execution.type);
        var before = value(series);

        execute(execution.type, execution.config.get());

        assertThat(value(series)).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @MethodSource("executions")
    void shouldLogEachExecutionInOneLine(Case execution) {
        var id = execute(execution.type, execution.config.get());

        assertThat(log.lines).hasSize(1);
        var line = LINE.matcher(log.lines.element());
        assertThat(line.matches()).as(log.lines.element()).isTrue();
        assertThat(line.group("execution")).isEqualTo(id);
        assertThat(line.group("organization")).isEqualTo(organization.toString());
        assertThat(UUID.fromString(line.group("action"))).isNotNull();
        assertThat(List.of(line.group("type"), line.group("outcome"), line.group("status"), line.group("detail")))
                .containsExactly(execution.type, execution.outcome, execution.status, execution.detail);
    }

    @Test
    void shouldLogAnExecutionWhoseCallerHungUp() throws IOException {
        try (var silent = new SilentUpstream()) {
            var client = HangUpQuarkusTest.click(organization, silent.url());
            Awaitility.await().until(() -> silent.calls() == 1);

            client.close();

            Awaitility.await().untilAsserted(() -> assertThat(log.lines).hasSize(1));
            assertThat(log.lines.element()).contains("type=webhook outcome=abandoned http_status=-");
        }
    }

    @Test
    void shouldCountDeniedAddressesByReason() {
        var isPrivate = DENIED + "{reason=\"private\"}";
        var linkLocal = DENIED + "{reason=\"link_local\"}";
        var before = List.of(value(isPrivate), value(linkLocal));

        execute("webhook", toContactsHost("192.168.0.1"));
        execute("webhook", toContactsHost("10.0.0.1"));
        execute("webhook", toContactsHost("169.254.169.254"));

        assertThat(List.of(value(isPrivate), value(linkLocal))).containsExactly(before.get(0) + 2, before.get(1) + 1);
    }

    @Test
    void shouldLabelByNothingThatGrowsWithCustomersOrUrls() {
        var hook = Hook.start();
        execute("webhook", Map.of("url", hook.url()));
        execute("webhook", toContactsHost("10.0.0.1"));

        var exposed = scrape();

        assertThat(labels(exposed, TIMER)).containsOnly("type", "outcome");
        assertThat(labels(exposed, DENIED)).containsOnly("reason");
        assertThat(String.join("\n", exposed))
                .doesNotContain(
                        organization.toString(),
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
                Map.of("Authorization", "Bearer " + CANARY),
                "body",
                "{\"to\":\"" + CANARY + "{{contact.name}}\"}",
                "signing_secret",
                SIGNING_SECRET);

        execute("webhook", config);
        execute("javascript", Map.of("code", "throw new Error('%s' + contact.name)".formatted(CANARY)));
        execute("url", Map.of("url", "https://a.example/" + CANARY));

        assertThat(log.lines).hasSize(3);
        assertThat(log.lines)
                .noneMatch(line -> Stream.of(CANARY, SIGNING_SECRET, token, "Ada", "redirect", "http")
                        .anyMatch(line.replace("http_status", "")::contains));
    }

    /** The host stands in the contact's data, where nobody sees it before the action is executed. */
    private static Map<String, Object> toContactsHost(String host) {
        return Map.of("url", "http://{{{contact.metadata.%s}}}/".formatted(HOSTS.get(host)));
    }

    /** Executes a new action; the id of the execution. */
    private String execute(String type, Map<String, Object> config) {
        var action = Api.createAction(organization, type, config);
        var metadata = new HashMap<String, Object>(Map.of("dots", ".."));
        HOSTS.forEach((host, name) -> metadata.put(name, host));
        var contact = Api.createContact(organization, Map.of("name", "Ada", "metadata", metadata));
        return Api.execute(token, action, contact).statusCode(200).extract().path("data.execution_id");
    }

    private List<String> scrape() {
        return RestAssured.get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private double value(String series) {
        return scrape().stream()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .sum();
    }

    private static List<String> labels(List<String> exposed, String metric) {
        return exposed.stream()
                .filter(line -> line.startsWith(metric))
                .flatMap(line -> LABEL.matcher(line).results().map(label -> label.group(1)))
                .toList();
    }

    private static final class Recorder extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord logged) {
            lines.add(ExtLogRecord.wrap(logged).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
