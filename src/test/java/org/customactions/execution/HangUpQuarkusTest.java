package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** Who hangs up gives a place back; what took it must not go on until its timeout of ten seconds. */
@QuarkusTest
class HangUpQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(8);

    @Test
    void shouldEndTheWebhookOfAClientThatHungUp() throws IOException {
        try (var silent = new SilentUpstream()) {
            try (var client = click(UUID.randomUUID(), silent.url())) {
                assertThat(client.isConnected()).isTrue();
                Patience.await().until(() -> silent.calls() == 1);
            }

            assertThat(silent.isHungUpWithin(SOON)).isTrue();
        }
    }

    /** Sends a click on a webhook and does not wait for its answer. */
    static Socket click(UUID organization, String url) throws IOException {
        var contact = Api.createContact(organization, Map.of());
        var action = Api.createAction(organization, "webhook", Map.of("url", url));
        var body = "{\"contact_id\":\"%s\"}".formatted(contact);
        var request = String.join(
                "\r\n",
                "POST /api/custom-actions/%s/execute HTTP/1.1".formatted(action),
                "Host: localhost",
                "Authorization: Bearer " + Tokens.agent(organization).sign(),
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "",
                body);
        var client = new Socket("localhost", RestAssured.port);
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return client;
    }
}
