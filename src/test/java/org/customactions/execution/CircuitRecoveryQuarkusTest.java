package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.util.Objects;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With {@link QuickCircuits}: a second after it was left alone, an upstream is tried again. */
@Full
@QuarkusTest
@TestProfile(QuickCircuits.class)
class CircuitRecoveryQuarkusTest {

    private static final int LONGER_THAN_THE_TIMEOUT = 20_000;

    private final Hook healthy = Hook.start();
    private CircuitClicks clicks;

    @BeforeEach
    void createOrganization() {
        clicks = new CircuitClicks();
    }

    @Test
    void shouldRecoverByItself() {
        clicks.breakCircuit();
        var action = clicks.webhook(healthy.url());

        clicks.awaitCall(action, CircuitClicks.EXECUTED);

        for (int i = 0; i < CircuitClicks.WINDOW; i++) {
            clicks.click(action).body("data.success", is(true));
        }
    }

    @Test
    void shouldLeaveTheUpstreamAloneAgainWhereTheTryFails() {
        clicks.breakCircuit();
        var action = clicks.webhook(CircuitClicks.broken().url());

        clicks.awaitCall(action, CircuitClicks.CLOSED);

        clicks.click(action).body("data.message", is(CircuitClicks.OPEN));
    }

    /** Nobody waits for the one call that was let through, so the next one is tried instead. */
    @Test
    void shouldTryTheNextCallAfterTheCallerOfTheTryHungUp() throws IOException {
        clicks.breakCircuit();
        var slow = Hook.answering(ok().withFixedDelay(LONGER_THAN_THE_TIMEOUT));
        var action = clicks.webhook(healthy.url());

        var client = awaitTry(slow);
        clicks.click(action).body("data.message", is(CircuitClicks.OPEN));

        client.close();

        clicks.awaitCall(action, CircuitClicks.EXECUTED);
        assertThat(slow.requests()).hasSize(1);
    }

    private Socket awaitTry(Hook hook) {
        return Patience.await().until(() -> clickOn(hook), Objects::nonNull);
    }

    /** The connection of a click that calls the hook, or null where it was answered by the open circuit. */
    private Socket clickOn(Hook hook) throws IOException {
        var client = HangUpQuarkusTest.click(clicks.organization(), hook.url());
        Patience.await()
                .until(() ->
                        !hook.requests().isEmpty() || client.getInputStream().available() > 0);
        if (!hook.requests().isEmpty()) {
            return client;
        }
        client.close();
        return null;
    }
}
