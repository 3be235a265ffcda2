package org.customactions.history;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Planted;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.Test;

/** What an execution does not leave in the history: what was sent, what came back, and what ran. */
@QuarkusTest
class HistoryLeaksNothingQuarkusTest {

    private static final String SECRET = "pl4nted";

    private final History history = new History();
    private final String path = "/history/" + UUID.randomUUID();

    @Test
    void shouldKeepNothingOfAWebhooksRequestAndAnswer() {
        ServiceResource.receiver()
                .server()
                .stubFor(any(urlPathEqualTo(path))
                        .willReturn(okJson("{\"id\":\"pl4nted\"}").withHeader("X-Answer", SECRET)));
        var action = history.createAction(
                "webhook",
                Map.of(
                        "url",
                        ServiceResource.receiver().url(path) + "?q=" + SECRET,
                        "headers",
                        Map.of("Authorization", "Bearer " + SECRET + Planted.text("header")),
                        "body",
                        "{\"a\":\"pl4nted\"}",
                        "result",
                        Map.of(
                                "toast", "{{response.id}}",
                                "clipboard", "{{response.id}}",
                                "url", "https://a.example/?q={{response.id}}")));

        history.execute(action).statusCode(200);

        assertThat(rows(action)).singleElement().asString().doesNotContain(SECRET);
    }

    @Test
    void shouldKeepNothingOfAScriptButItsMessage() {
        var action = history.createAction("javascript", Map.of("code", """
                const secret = 'pl4nted'
                console.log(secret)
                return { toast: { message: secret }, clipboard: secret, url: 'https://a.example/?q=' + secret, secret }
                """));

        history.execute(action).statusCode(200);

        assertThat(rows(action)).singleElement().asString().doesNotContain(SECRET);
    }

    @Test
    void shouldKeepNothingOfALink() {
        var action = history.createAction("url", Map.of("url", "https://a.example/pl4nted?q=pl4nted"));

        history.execute(action).statusCode(200);

        assertThat(rows(action)).singleElement().asString().doesNotContain(SECRET);
    }

    private static List<Object> rows(UUID action) {
        return ServiceResource.database()
                .query("select e::text as row from custom_action_executions e where action_id = ?", action)
                .stream()
                .map(row -> row.get("row"))
                .toList();
    }
}
