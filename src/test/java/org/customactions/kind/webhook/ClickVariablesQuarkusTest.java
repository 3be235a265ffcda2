package org.customactions.kind.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.execution.Hook;
import org.junit.jupiter.api.Test;

/** Variables of the click and of its answer, filters, and links that come as a whole. */
@QuarkusTest
class ClickVariablesQuarkusTest {

    private final Clicks clicks = new Clicks();

    @Test
    void shouldTellOfActionExecutionAndTime() throws Exception {
        var hook = Hook.answering(okJson("{}"));

        String execution = clicks.webhook(hook, Map.of("body", """
                        {"action":{{action}},"execution":"{{execution.id}}","now":"{{now}}","n":{{input.n | default null}},
                        "c":"{{context.draft}}"}"""))
                .body("data.success", is(true))
                .extract()
                .path("data.execution_id");

        var sent = new ObjectMapper().readTree(hook.body());
        assertThat(sent.at("/action/id").textValue()).hasSize(36);
        assertThat(sent.at("/action/name").textValue()).isNotEmpty();
        assertThat(sent.get("execution").textValue()).isEqualTo(execution);
        assertThat(Instant.parse(sent.get("now").textValue()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
        assertThat(sent.get("n").isNull()).isTrue();
    }

    @Test
    void shouldShowStatusHeadersAndTextOfAnAnswer() {
        var hook = Hook.answering(created()
                .withHeader("Location", "https://id.example.com/users/42")
                .withHeader("Content-Type", "text/plain")
                .withBody("short"));

        var click = clicks.webhook(
                hook,
                Map.of(
                        "result",
                        Map.of(
                                "toast",
                                "{{response_status}} {{response_text | upper}}{{response}}",
                                "url",
                                "{{{response_headers.location}}}")));

        click.body("data.toast.message", is("201 SHORT (the answer has no response)"));
        assertThat(Clicks.destination(click)).isEqualTo("https://id.example.com/users/42");
    }

    @Test
    void shouldOpenTheUrlThatTheAnswerHolds() {
        var hook = Hook.answering(okJson("{\"items\":[{\"url\":\"https://pay.example.com/c/abc?x=1\"}]}"));

        var click = clicks.webhook(hook, Map.of("result", Map.of("url", "{{{response.items.0.url}}}")));

        assertThat(Clicks.destination(click)).isEqualTo("https://pay.example.com/c/abc?x=1");
    }

    @Test
    void shouldNotOpenAnythingThatTheAnswerHolds() {
        clicks.webhook(
                        Hook.answering(okJson("{\"url\":\"javascript:alert(1)\"}")),
                        Map.of("result", Map.of("url", "{{{response.url}}}")))
                .body("data.toast.type", is("warning"))
                .body(
                        "data.toast.message",
                        startsWith(
                                "Webhook executed successfully, but its result cannot be shown: The URL must start"));
    }

    @Test
    void shouldOpenALinkOfTheContact() {
        var contact = Map.<String, Object>of(
                "phone_number", "+1", "metadata", Map.of("crm_url", "https://crm.example.com/42?a=b"));

        var click = clicks.forContact(contact).url("{{{contact.metadata.crm_url}}}");

        assertThat(Clicks.destination(click)).isEqualTo("https://crm.example.com/42?a=b");
    }

    @Test
    void shouldSendNothingWithoutARequiredValue() {
        var hook = Hook.answering(okJson("{}"));

        clicks.webhook(hook, Map.of("body", "{\"id\":\"{{contact.metadata.crm_id | required}}\"}"))
                .body("data.success", is(false))
                .body(
                        "data.message",
                        is("Webhook cannot be sent: contact.metadata.crm_id is required, but it is missing or empty"));
        clicks.webhook(hook, Map.of("body", "{\"age\":{{contact.metadata.age}}}"))
                .body("data.success", is(false))
                .body(
                        "data.message",
                        startsWith("Webhook cannot be sent: The body is not valid JSON for this contact (line"
                                + " 1, column 8); contact.metadata.age is missing or empty there"));

        assertThat(hook.requests()).isEmpty();
    }
}
