package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unescaped variables are sent as they are if the request stays valid. If not, the webhook is not sent. */
@QuarkusTest
class WebhookUnescapedQuarkusTest {

    private final Clicks clicks = new Clicks();
    private final Hook hook = Hook.start();

    @Test
    void shouldSendAnUnescapedVariableThatKeepsTheBodyJson() {
        click("{\"a\": [1, 2]}", Map.of("body", "{\"x\": {{{contact.metadata.raw}}}}"))
                .body("data.success", is(true));

        assertThat(hook.body()).isEqualTo("{\"x\": {\"a\": [1, 2]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,", "\"a\" \"b\"", "1}, {\"smuggled\": 1", "1} trailing", "1} {"})
    void shouldNotSendABodyThatAnUnescapedVariableBreaks(String raw) {
        var click = click(raw, Map.of("body", "{\"x\": {{{contact.metadata.raw}}}}"));

        assertNotSent(click, "Webhook cannot be sent: The body is not valid JSON for this contact");
    }

    @Test
    void shouldNotSendAnEmptyTextAsJson() {
        var click = click("", Map.of("body", "{{#contact.metadata.raw}}{\"x\": 1}{{/contact.metadata.raw}}"));

        assertNotSent(click, "Webhook cannot be sent: The body is not valid JSON for this contact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"x\": 1} {\"y\": 2}", "{\"x\": 1} {{contact.tags}}", "{{! nothing else }}", "{{contact.name}}"
            })
    void shouldRefuseABodyThatCannotBeOneJsonValueWhenItIsSaved(String body) {
        Api.as(Tokens.manager(clicks.organization()).sign())
                .body(Map.of(
                        "name", "Hook",
                        "action_type", "webhook",
                        "config", Map.of("url", hook.url(), "body", body)))
                .post("/api/custom-actions")
                .then()
                .statusCode(400)
                .body("error_type", is("validation_error"))
                .body("errors.field", is(List.of("config.body")));
    }

    @Test
    void shouldSendAnUnescapedVariableOfAnyOtherBodyAsItIs() {
        click(
                "<b>&amp;</b>",
                Map.of("headers", Map.of("Content-Type", "text/xml"), "body", "{{{contact.metadata.raw}}}"));

        assertThat(hook.body()).isEqualTo("<b>&amp;</b>");
    }

    @Test
    void shouldSendAHeaderWithAnUnescapedVariable() {
        click("a\tb é", Map.of("headers", Map.of("X-Raw", "{{{contact.metadata.raw}}}")));

        assertThat(hook.header("X-Raw")).isEqualTo("a\tb é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Injected: yes", "a\nb", "a\rb", "a\u0007", "a\u007f", "a\u0085b"})
    void shouldNotSendAHeaderThatAnUnescapedVariableBreaks(String raw) {
        var click = click(raw, Map.of("headers", Map.of("X-Raw", "{{{contact.metadata.raw}}}")));

        assertNotSent(click, "Webhook cannot be sent: ");
    }

    @Test
    void shouldCallPathAndQueryOfAnUnescapedVariable() {
        clicks.forContact(Map.of("metadata", Map.of("raw", "a/b?x=1&y=ü")))
                .action("webhook", Map.of("url", hook.url() + "/{{{contact.metadata.raw}}}"))
                .body("data.success", is(true));

        assertThat(hook.rest()).isEqualTo("/a/b?x=1&y=%C3%BC");
    }

    @Test
    void shouldCallTheHostOfAnUnescapedVariable() {
        String authority = ServiceResource.receiver().url("").substring("http://".length());

        clicks.forContact(Map.of("metadata", Map.of("host", authority)))
                .action("webhook", Map.of("url", "http://{{{contact.metadata.host}}}" + hook.path()))
                .body("data.success", is(true));

        assertThat(hook.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\nb", "a\\b", "../up", "a/../b"})
    void shouldNotCallAUrlThatAnUnescapedVariableBreaks(String raw) {
        var click = clicks.forContact(Map.of("metadata", Map.of("raw", raw)))
                .action("webhook", Map.of("url", hook.url() + "/{{{contact.metadata.raw}}}"));

        assertNotSent(click, "Webhook cannot be sent: The URL");
    }

    @Test
    void shouldNotCallAHostWithCredentialsOfAnUnescapedVariable() {
        String authority = ServiceResource.receiver().url("").substring("http://".length());

        var click = clicks.forContact(Map.of("metadata", Map.of("host", "user:secret@" + authority)))
                .action("webhook", Map.of("url", "http://{{{contact.metadata.host}}}" + hook.path()));

        assertNotSent(click, "Webhook cannot be sent: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "[fd00::1]", "0x0a.1", "167772161", "[::ffff:10.0.0.1]"})
    void shouldNotCallAForbiddenAddressOfAnUnescapedVariable(String host) {
        clicks.forContact(Map.of("metadata", Map.of("host", host)))
                .action("webhook", Map.of("url", "http://{{{contact.metadata.host}}}/"))
                .body("data.success", is(false))
                .body("data.message", is("Webhook address is not allowed"));
    }

    private ValidatableResponse click(String raw, Map<String, Object> config) {
        return clicks.forContact(Map.of("metadata", Map.of("raw", raw))).webhook(hook, config);
    }

    private void assertNotSent(ValidatableResponse click, String message) {
        click.body("data.success", is(false))
                .body("data.message", startsWith(message))
                .body("data.toast.type", is("error"));
        assertThat(hook.requests()).isEmpty();
    }
}
