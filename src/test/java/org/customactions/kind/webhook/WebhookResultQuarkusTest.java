package org.customactions.kind.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.execution.Hook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The result templates of a webhook: what the agent sees of its answer. */
@QuarkusTest
class WebhookResultQuarkusTest {

    private final Clicks clicks = new Clicks();
    private final Hook hook = Hook.answering(okJson(
            "{\"id\": 7, \"title\": \"A <b> & \\\"c\\\"\", \"path\": \"x/y?z\", \"list\": [{\"n\": 1}, {\"n\": 2}],"
                    + " \"link\": \"javascript:alert(1)\", \"host\": \"help.example.com\"}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ticket #{{response.id}} for {{contact.name}}|Ticket #7 for Ada",
                "{{response.title}}|A <b> & \"c\"",
                "{{#response.list}}{{n}};{{/response.list}}|1;2;",
                "{{response.list}}|[{\"n\":1},{\"n\":2}]",
                "got {{#response.missing}}it{{/response.missing}}.|got .",
            })
    void shouldShowTheToast(String template, String shown) {
        clicks.webhook(hook, Map.of("result", Map.of("toast", template)))
                .body("data.success", is(true))
                .body("data.message", is("Webhook executed successfully"))
                .body("data.toast.message", is(shown))
                .body("data.toast.type", is("success"))
                .body("data.data.id", is(7));

        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldWarnOfAPartThatTheAnswerLacks() {
        clicks.webhook(hook, Map.of("result", Map.of("toast", "got {{response.missing}}.")))
                .body("data.success", is(true))
                .body("data.outcome", is("success"))
                .body("data.toast.message", is("got . (the answer has no response.missing)"))
                .body("data.toast.type", is("warning"));
    }

    @Test
    void shouldFillTheClipboard() {
        clicks.webhook(hook, Map.of("result", Map.of("clipboard", "{{response.title}} of {{contact.name}}")))
                .body("data.clipboard", is("A <b> & \"c\" of Ada"))
                .body("data.toast.message", is("Webhook executed successfully"))
                .body("data", not(hasKey("redirect_url")));
    }

    @Test
    void shouldOpenTheUrlThroughARedirect() {
        var click = clicks.webhook(
                hook,
                Map.of(
                        "result",
                        Map.of(
                                "url",
                                "https://help.example.com/{{response.path}}?n={{contact.name}}#{{response.id}}")));

        click.body("data.open_in_new_tab", is(true)).body("data", not(hasKey("clipboard")));
        assertThat(Clicks.destination(click)).isEqualTo("https://help.example.com/x%2Fy%3Fz?n=Ada#7");
    }

    @Test
    void shouldOpenAHostOfTheAnswerWhenTripled() {
        var click = clicks.webhook(hook, Map.of("result", Map.of("url", "https://{{{response.host}}}/")));

        assertThat(Clicks.destination(click)).isEqualTo("https://help.example.com/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://{{{response.link}}}/",
                "https://{{{response.missing}}}/",
                "https://a.example/{{{response.title}}}"
            })
    void shouldWarnIfTheResultOfASuccessfulWebhookCannotBeShown(String url) {
        clicks.webhook(hook, Map.of("result", Map.of("url", url, "toast", "Done", "clipboard", "{{response.id}}")))
                .body("data.success", is(true))
                .body("data.message", is("Webhook executed successfully"))
                .body("data.toast.type", is("warning"))
                .body(
                        "data.toast.message",
                        startsWith("Webhook executed successfully, but its result cannot be shown: "))
                .body("data.data.id", is(7))
                .body("data", not(hasKey("redirect_url")))
                .body("data", not(hasKey("clipboard")));

        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldLeaveOutAToastAndAClipboardThatRenderAsNothing() {
        clicks.webhook(
                        hook,
                        Map.of(
                                "result",
                                Map.of(
                                        "toast",
                                        "{{#response.no}}x{{/response.no}}",
                                        "clipboard",
                                        "{{contact.metadata.no}}")))
                .body("data.message", is("Webhook executed successfully"))
                .body("data", not(hasKey("toast")))
                .body("data", not(hasKey("clipboard")));
    }

    @Test
    void shouldFillInNothingForAnAnswerWithoutABody() {
        clicks.webhook(Hook.answering(noContent()), Map.of("result", Map.of("toast", "Ticket {{response.id}} created")))
                .body("data.success", is(true))
                .body("data.toast.message", is("Ticket  created (the answer has no response.id)"))
                .body("data", not(hasKey("data")));
    }

    @Test
    void shouldFillInNothingForAnAnswerThatIsNotJson() {
        Hook text = Hook.answering(ok("just text").withHeader("Content-Type", "text/plain"));

        clicks.webhook(text, Map.of("result", Map.of("toast", "Ticket {{response.body}}{{response}}!")))
                .body("data.toast.message", is("Ticket ! (the answer has no response.body, response)"))
                .body("data.data.body", is("just text"));
    }

    @Test
    void shouldFillInAnAnswerThatIsAPlainValue() {
        clicks.webhook(Hook.answering(okJson("42")), Map.of("result", Map.of("toast", "Ticket {{response}}")))
                .body("data.toast.message", is("Ticket 42"))
                .body("data.data", is(42));
    }

    @Test
    void shouldShowNoResultOfAFailedCall() {
        Hook failing = Hook.answering(
                serverError().withHeader("Content-Type", "application/json").withBody("{\"id\": 7}"));

        clicks.webhook(
                        failing,
                        Map.of("result", Map.of("toast", "Done", "clipboard", "c", "url", "https://a.example/")))
                .body("data.success", is(false))
                .body("data.toast.type", is("error"))
                .body("data", not(hasKey("clipboard")))
                .body("data", not(hasKey("redirect_url")));
    }
}
