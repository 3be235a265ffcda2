package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.RecordedSpans;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** What is exported of a trace, where an operator has it exported. */
@QuarkusTest
class TraceContentsQuarkusTest {

    private static final String CANARY = "canary" + UUID.randomUUID();

    @Inject
    RecordedSpans spans;

    private final UUID organization = UUID.randomUUID();
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    @Test
    void shouldRecordAWebhookByItsMethodAndStatus() {
        var hook = Hook.answering(aResponse().withStatus(503));

        click("webhook", Map.of("url", hook.url() + "?q=" + CANARY));

        var webhook = ended(SpanKind.CLIENT, "webhook POST");
        assertThat(webhook.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("http.request.method"), "POST")
                .containsEntry(AttributeKey.longKey("http.response.status_code"), 503L)
                .containsEntry(AttributeKey.stringKey("error.type"), "503");
        assertThat(webhook.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.of(trace).toString()).doesNotContain(CANARY, hook.path());
    }

    @Test
    void shouldRecordWhyAWebhookHasNoAnswer() {
        click("webhook", Map.of("url", "http://{{{contact.metadata.host}}}/"));

        assertThat(ended(SpanKind.CLIENT, "webhook POST").getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("error.type"), "address_denied");
    }

    @Test
    void shouldKeepSearchesOutOfTraces() {
        caller().queryParam("search", CANARY).get("/api/contacts").then().statusCode(200);

        ended(SpanKind.SERVER, "GET /api/contacts");
        assertThat(spans.of(trace).toString()).doesNotContain(CANARY);
    }

    @Test
    void shouldKeepTokensOfRedirectsOutOfTraces() {
        String path = click("url", Map.of("url", "https://a.example/"));

        Api.anonymous().header("traceparent", traceparent()).get(path).then().statusCode(302);
        click("url", Map.of("url", "https://a.example/"));

        await().until(() -> spans.of(trace).stream()
                        .filter(span -> span.getName().endsWith("/execute"))
                        .count()
                == 2);
        assertThat(spans.of(trace)).noneMatch(span -> span.toString().contains(path.substring(path.length() - 20)));
    }

    private SpanData ended(SpanKind kind, String name) {
        return await().until(
                        () -> spans.of(trace).stream()
                                .filter(span ->
                                        span.getKind() == kind && span.getName().equals(name))
                                .toList(),
                        (List<SpanData> found) -> !found.isEmpty())
                .get(0);
    }

    /** The path of the redirect, if the action has one. */
    private String click(String type, Map<String, Object> config) {
        var action = Api.createAction(organization, type, config);
        var contact = Api.createContact(organization, Map.of("metadata", Map.of("host", "10.0.0.1")));
        return caller().body(Map.of("contact_id", contact))
                .post("/api/custom-actions/{id}/execute", action)
                .then()
                .statusCode(200)
                .extract()
                .path("data.redirect_url");
    }

    private RequestSpecification caller() {
        return Api.as(Tokens.agent(organization).sign()).header("traceparent", traceparent());
    }

    private String traceparent() {
        return "00-" + trace + "-b7ad6b7169203331-01";
    }
}
