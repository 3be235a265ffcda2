package org.customactions.kind.webhook;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.customactions.execution.Hook;
import org.customactions.execution.PreviewCalls;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.junit.jupiter.api.Test;

/** A config that could not be saved or sent has no preview. */
@QuarkusTest
class WebhookPreviewRefusalQuarkusTest {

    private final PreviewCalls previews = new PreviewCalls();
    private final Hook hook = Hook.start();

    @Test
    void shouldRefuseAForbiddenLiteralAddress() {
        previews.of("webhook", Map.of("url", "http://169.254.169.254/"))
                .spec(Refusals.field("config.url", "must not point to 169.254.169.254"));
    }

    @Test
    void shouldRefuseABrokenTemplate() {
        previews.of("webhook", Map.of("url", hook.url(), "body", "{\"a\":\"{{#contact.name}}\"}"))
                .spec(Refusals.field("config.body", "line 1"));
    }

    @Test
    void shouldRefuseAUrlThatTheContactMakesInvalid() {
        var contact = Api.createContact(previews.organization(), Map.of("name", ".."));

        previews.of("webhook", Map.of("url", hook.url() + "/{{contact.name}}/x"), contact)
                .spec(Refusals.field("config.url", "."));
    }

    @Test
    void shouldRefuseABodyThatTheContactBreaks() {
        var contact = Api.createContact(previews.organization(), Map.of("metadata", Map.of("raw", "\"")));

        previews.of("webhook", Map.of("url", hook.url(), "body", "{\"a\":{{{contact.metadata.raw}}}}"), contact)
                .spec(Refusals.field("config", "not valid JSON for this contact"));
    }

    @Test
    void shouldRefuseMasksSinceNothingIsStored() {
        previews.of("webhook", Map.of("url", hook.url(), "headers", Map.of("X-Key", "********")))
                .spec(Refusals.field("config.headers.X-Key", "send its value"));
        previews.of("webhook", Map.of("url", hook.url(), "signing_secret", "********"))
                .spec(Refusals.field("config.signing_secret", "send its value"));
    }
}
