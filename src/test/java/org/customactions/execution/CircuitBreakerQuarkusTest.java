package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@link QuickCircuits}: an upstream that is down is left alone for a second, by one organization at a time. */
@Full
@QuarkusTest
@TestProfile(QuickCircuits.class)
class CircuitBreakerQuarkusTest {

    private final Hook healthy = Hook.start();
    private CircuitClicks clicks;

    @BeforeEach
    void createOrganization() {
        clicks = new CircuitClicks();
    }

    @Test
    void shouldAnswerAtOnceOnceTenCallsWereNotAnswered() throws IOException {
        try (var silent = new SilentUpstream()) {
            var action = clicks.webhook(silent.url());
            Concurrently.times(
                    CircuitClicks.WINDOW,
                    Patience.LIMIT,
                    i -> clicks.click(action).body("data.message", is("Webhook timed out after 2 s")));

            clicks.click(action)
                    .body("data.success", is(false))
                    .body("data.message", is(CircuitClicks.OPEN))
                    .body("data.toast.message", is(CircuitClicks.OPEN))
                    .body("data.toast.type", is("error"));

            assertThat(silent.calls()).isEqualTo(CircuitClicks.WINDOW);
        }
    }

    @Test
    void shouldOpenForEveryActionOfTheUpstream() {
        clicks.breakCircuit();

        clicks.click(clicks.webhook(healthy.url())).body("data.message", is(CircuitClicks.OPEN));

        assertThat(healthy.requests()).isEmpty();
    }

    @Test
    void shouldNameAnUpstreamAsItsUrlDoes() {
        var action = clicks.webhook(CircuitClicks.broken().url().replace("127.0.0.1", "2130706433"));
        clicks.clickTimes(action, CircuitClicks.WINDOW, CircuitClicks.CLOSED);

        clicks.click(action).body("data.message", is(CircuitClicks.OPEN.replace("127.0.0.1", "2130706433")));
    }

    @Test
    void shouldNotOpenForAnotherUpstream() {
        clicks.breakCircuit();
        var underAnotherName = healthy.url().replace("127.0.0.1", "localhost");

        clicks.click(clicks.webhook(underAnotherName)).body("data.success", is(true));
    }

    @Test
    void shouldNotAffectAnotherOrganizationsCallsToTheSameUpstream() {
        var other = new CircuitClicks();

        clicks.breakCircuit();

        other.click(other.webhook(healthy.url())).body("data.success", is(true));
    }

    @Test
    void shouldStayClosedBelowFiveFailuresInTenCalls() {
        var good = clicks.webhook(healthy.url());
        var bad = clicks.webhook(CircuitClicks.broken().url());
        clicks.clickTimes(good, 6, CircuitClicks.EXECUTED);
        clicks.clickTimes(bad, 4, CircuitClicks.CLOSED);

        clicks.click(bad).body("data.message", is(CircuitClicks.CLOSED));

        clicks.click(good).body("data.message", is(CircuitClicks.OPEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 404, 302})
    void shouldCountAnyStatusAsAnAnswer(int status) {
        var refusing = Hook.answering(aResponse().withStatus(status));
        var action = clicks.webhook(refusing.url());

        for (int i = 0; i < CircuitClicks.WINDOW + 2; i++) {
            clicks.click(action).body("data.message", startsWith("Webhook returned status " + status));
        }

        assertThat(refusing.requests()).hasSize(CircuitClicks.WINDOW + 2);
    }
}
