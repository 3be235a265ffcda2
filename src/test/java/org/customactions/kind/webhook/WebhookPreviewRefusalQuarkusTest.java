package org.customactions.kind.webhook;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;
import java.util.Map;
import org.customactions.execution.Hook;
import org.customactions.execution.PreviewCalls;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.junit.jupiter.api.Test;

/** A config of which a part could not be saved or sent: the others are shown, and the part is told. */
@QuarkusTest
class WebhookPreviewRefusalQuarkusTest {

    private final PreviewCalls previews = new PreviewCalls();
    private final Hook hook = Hook.start();

    @Test
    void shouldTellOfAForbiddenLiteralAddress() {
        previews.of("webhook", Map.of("url", "http://169.254.169.254/"))
                .spec(warning("config.url", "must not point to 169.254.169.254"))
                .body("data.request.url", is("http://169.254.169.254/"));
    }

    @Test
    void shouldShowTheRestOfAConfigWithABrokenTemplate() {
        previews.of(
                        "webhook",
                        Map.of(
                                "url",
                                hook.url() + "?n={{contact.name}}",
                                "headers",
                                Map.of("X-Good", "{{contact.id}}", "X-Bad", "{{contact.id"),
                                "body",
                                "{\"a\":\"{{#contact.name}}\"}"))
                .spec(warning("config.body", "line 1"))
                .spec(warning("config.headers.X-Bad", "line 1"))
                .body("data.request.url", is(hook.url() + "?n=Ada%20Example"))
                .body("data.request.headers", hasKey("X-Good"))
                .body("data.request.headers", not(hasKey("X-Bad")));
    }

    @Test
    void shouldShowTheBodyBesideABrokenUrlAuthAndResult() {
        previews.of(
                        "webhook",
                        Map.of(
                                "url",
                                "ftp://a.example/",
                                "body",
                                "{\"n\":\"{{contact.name}}\"}",
                                "auth",
                                Map.of("type", "basic", "username", "{{#x}}", "password", ""),
                                "result",
                                Map.of("toast", "{{")))
                .spec(warning("config.url", "http"))
                .spec(warning("config.result.toast", "line 1"))
                .body("data.request.url", is(""))
                .body("data.request.body", is("{\"n\":\"Ada Example\"}"))
                .body("data.warnings.field", hasItem("config.auth.username"));
    }

    @Test
    void shouldRefuseAConfigOfWhichNothingCanBeShown() {
        previews.of("url", Map.of("url", "javascript:alert(1)")).spec(Refusals.field("config.url", ""));
        previews.of("javascript", Map.of("code", "return (")).spec(Refusals.field("config.code", "line"));
    }

    @Test
    void shouldTellOfAUrlThatTheContactMakesInvalid() {
        var contact = Api.createContact(previews.organization(), Map.of("name", ".."));

        previews.of("webhook", Map.of("url", hook.url() + "/{{contact.name}}/x"), contact)
                .spec(warning("config.url", "."))
                .body("data.request.url", is(""));
    }

    @Test
    void shouldShowABodyThatTheContactBreaks() {
        var contact = Api.createContact(previews.organization(), Map.of("metadata", Map.of("raw", "\"")));

        previews.of("webhook", Map.of("url", hook.url(), "body", "{\"a\":{{{contact.metadata.raw}}}}"), contact)
                .spec(warning("config.body", "not valid JSON for this contact"))
                .body("data.request.body", is("{\"a\":\"}"));
    }

    @Test
    void shouldTellOfMasksSinceNothingIsStored() {
        previews.of("webhook", Map.of("url", hook.url(), "headers", Map.of("X-Key", "********")))
                .spec(warning("config.headers.X-Key", "enter the value"))
                .body("data.request.headers.X-Key", is("********"));
        previews.of("webhook", Map.of("url", hook.url(), "signing_secret", "********"))
                .spec(warning("config.signing_secret", "enter the value"));
    }

    private static ResponseSpecification warning(String field, String part) {
        return new ResponseSpecBuilder()
                .expectStatusCode(200)
                .expectBody(
                        "data.warnings.findAll { it.field == '%s' }.message".formatted(field),
                        hasItem(containsString(part)))
                .build();
    }
}
