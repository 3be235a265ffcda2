package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@link QuickCircuits}: an upstream that is down is left alone for a second, by one organization at a time. */
@QuarkusTest
@TestProfile(QuickCircuits.class)
class CircuitBreakerQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int WINDOW = 10;
    private static final String OPEN =
            "Webhook was not sent, 127.0.0.1 has not been answering; please try again shortly";
    private static final String CLOSED = "Webhook connection to 127.0.0.1 was closed before the response was complete";

    private final Hook broken = Hook.answering(aResponse().withFault(Fault.EMPTY_RESPONSE));
    private final Hook healthy = Hook.start();
    private Organization organization;

    @BeforeEach
    void createOrganization() {
        organization = new Organization();
    }

    @Test
    void shouldAnswerAtOnceOnceTenCallsWereNotAnswered() throws IOException {
        try (var silent = new SilentUpstream()) {
            var action = organization.webhook(silent.url());
            Concurrently.times(
                    WINDOW,
                    PATIENCE,
                    i -> organization.click(action).body("data.message", is("Webhook timed out after 2 s")));

            organization
                    .click(action)
                    .body("data.success", is(false))
                    .body("data.message", is(OPEN))
                    .body("data.toast.message", is(OPEN))
                    .body("data.toast.type", is("error"));

            assertThat(silent.calls()).isEqualTo(WINDOW);
        }
    }

    @Test
    void shouldLeaveTheWholeUpstreamAlone() {
        breakCircuit(organization);

        organization.click(organization.webhook(healthy.url())).body("data.message", is(OPEN));

        assertThat(healthy.requests()).isEmpty();
    }

    @Test
    void shouldNotLeaveAnotherUpstreamAlone() {
        breakCircuit(organization);
        var underAnotherName = healthy.url().replace("127.0.0.1", "localhost");

        organization.click(organization.webhook(underAnotherName)).body("data.success", is(true));
    }

    @Test
    void shouldNotAffectAnotherOrganizationsCallsToTheSameUpstream() {
        var other = new Organization();

        breakCircuit(organization);

        other.click(other.webhook(healthy.url())).body("data.success", is(true));
    }

    @Test
    void shouldRecoverByItself() {
        breakCircuit(organization);
        var action = organization.webhook(healthy.url());

        awaitCall(action, "Webhook executed successfully");

        for (int i = 0; i < WINDOW; i++) {
            organization.click(action).body("data.success", is(true));
        }
    }

    @Test
    void shouldLeaveTheUpstreamAloneAgainWhereTheTryFails() {
        breakCircuit(organization);
        var action = organization.webhook(broken.url());

        awaitCall(action, CLOSED);

        organization.click(action).body("data.message", is(OPEN));
    }

    @Test
    void shouldBearFewerFailuresThanHalfOfTheLastTenCalls() {
        var good = organization.webhook(healthy.url());
        var bad = organization.webhook(broken.url());
        clickTimes(good, 6, "Webhook executed successfully");
        clickTimes(bad, 4, CLOSED);

        organization.click(bad).body("data.message", is(CLOSED));

        organization.click(good).body("data.message", is(OPEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 404, 302})
    void shouldTakeAnyStatusForAnAnswer(int status) {
        var refusing = Hook.answering(aResponse().withStatus(status));
        var action = organization.webhook(refusing.url());

        for (int i = 0; i < WINDOW + 2; i++) {
            organization.click(action).body("data.message", startsWith("Webhook returned status " + status));
        }

        assertThat(refusing.requests()).hasSize(WINDOW + 2);
    }

    private void breakCircuit(Organization whose) {
        var action = whose.webhook(broken.url());
        for (int i = 0; i < WINDOW; i++) {
            whose.click(action).body("data.message", is(CLOSED));
        }
    }

    private void clickTimes(UUID action, int times, String message) {
        for (int i = 0; i < times; i++) {
            organization.click(action).body("data.message", is(message));
        }
    }

    /** Clicks until the circuit lets a call through, which ends with this message. */
    private void awaitCall(UUID action, String message) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> organization.click(action).body("data.message", is(message)));
    }

    /** An organization with a contact and an agent. */
    private static final class Organization {
        private final UUID id = UUID.randomUUID();
        private final UUID contact = Api.createContact(id, Map.of());
        private final String agent = Tokens.agent(id).sign();

        UUID webhook(String url) {
            return Api.createAction(id, "webhook", Map.of("url", url));
        }

        ValidatableResponse click(UUID action) {
            return Api.execute(agent, action, contact).statusCode(200);
        }
    }
}
