package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.http.Fault;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;

/** An agent who clicks webhooks of an organization of the test's own, on the receiver that every hook stands on. */
final class CircuitClicks {

    /** Calls that are judged before a circuit opens. */
    static final int WINDOW = 10;

    static final String OPEN = "Webhook was not sent, 127.0.0.1 has not been answering; please try again shortly";
    static final String CLOSED = "Webhook connection to 127.0.0.1 was closed before the response was complete";
    static final String EXECUTED = "Webhook executed successfully";

    private final UUID organization = UUID.randomUUID();
    private final UUID contact = Api.createContact(organization, Map.of());
    private final String agent = Tokens.agent(organization).sign();

    static Hook broken() {
        return Hook.answering(aResponse().withFault(Fault.EMPTY_RESPONSE));
    }

    UUID organization() {
        return organization;
    }

    UUID webhook(String url) {
        return Api.createAction(organization, "webhook", Map.of("url", url));
    }

    ValidatableResponse click(UUID action) {
        return Api.execute(agent, action, contact).statusCode(200);
    }

    void clickTimes(UUID action, int times, String message) {
        for (int i = 0; i < times; i++) {
            click(action).body("data.message", is(message));
        }
    }

    void breakCircuit() {
        clickTimes(webhook(broken().url()), WINDOW, CLOSED);
    }

    /** Clicks until the circuit lets a call through, which ends with this message. */
    void awaitCall(UUID action, String message) {
        Patience.await().untilAsserted(() -> click(action).body("data.message", is(message)));
    }
}
