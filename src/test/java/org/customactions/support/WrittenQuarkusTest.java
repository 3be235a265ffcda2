package org.customactions.support;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the service writes is kept for the search for leaks, whichever way it goes out. */
@QuarkusTest
class WrittenQuarkusTest {

    private static final Logger LOG = Logger.getLogger("org.customactions.test");

    private final UUID organization = UUID.randomUUID();
    private final String path = "/written/" + UUID.randomUUID();
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void shouldKeepWhatIsLoggedWithItsStackTrace() {
        var line = UUID.randomUUID().toString();
        var cause = UUID.randomUUID().toString();

        LOG.debug(line, new IllegalStateException("outer", new IOException(cause)));

        await().untilAsserted(() -> assertThat(written(Written.LOG)).contains(line, cause));
    }

    @Test
    void shouldKeepRowsMetricsTheDescriptionAndSpansOfAClick() {
        var action = click();

        new WrittenRecorder().afterAll(null);

        assertThat(written(Written.ROWS)).contains(action.toString(), "Webhook executed successfully");
        assertThat(written(Written.METRICS)).contains("custom_actions_executions_seconds_count{");
        assertThat(written(Written.OPENAPI)).contains("executeCustomAction");
        await().untilAsserted(() -> assertThat(written(Written.SPANS)).contains(trace));
    }

    @Test
    void shouldKeepErrorsAndKnowTokensOfRedirects() {
        var id = UUID.randomUUID().toString();
        Api.as(Tokens.manager(organization).sign())
                .body(Map.of(id, 1))
                .post("/api/custom-actions")
                .then()
                .statusCode(400);
        var link = Api.createAction(organization, "url", Map.of("url", "https://a.example/"));

        String redirect = Api.execute(
                        Tokens.agent(organization).sign(), link, Api.createContact(organization, Map.of()))
                .extract()
                .path("data.redirect_url");

        assertThat(written(Written.ERRORS)).contains(id);
        assertThat(Written.knownTokens()).contains(redirect.substring(redirect.lastIndexOf('/') + 1));
    }

    private UUID click() {
        ServiceResource.receiver().server().stubFor(any(urlPathEqualTo(path)).willReturn(okJson("{}")));
        var config = Map.of(
                "url",
                ServiceResource.receiver().url(path),
                "headers",
                Map.of("Authorization", Planted.unique()),
                "signing_secret",
                Planted.SIGNING_SECRET);
        var action = Api.createAction(organization, "webhook", config);
        Api.as(Tokens.agent(organization).sign())
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .header("Idempotency-Key", Planted.unique())
                .body(Map.of("contact_id", Api.createContact(organization, Map.of())))
                .post("/api/custom-actions/{id}/execute", action)
                .then()
                .statusCode(200);
        return action;
    }

    private static String written(String file) {
        try {
            return Files.readString(Written.directory().resolve(file));
        } catch (IOException e) {
            throw new AssertionError("Nothing was kept in " + file, e);
        }
    }
}
