package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Templates are completed as one types, and what is wrong in them is marked where it stands. */
@QuarkusTest
class ConsoleEditorBrowserTest extends ConsoleTest {

    private static final String SAVE = "[data-save]";
    private static final String URL = field("config.url");

    private void create(String name) {
        open();
        console.click("[data-new]");
        console.type(field("name"), name);
    }

    private UUID created(String name) {
        console.awaitNotice(name + " was created");
        return UUID.fromString(console.query().substring("?action=".length()));
    }

    private String valueOf(String selector) {
        return console.find(selector).getAttribute("value");
    }

    /** What the body's editor underlines in a way. */
    private Object marked(String kind) {
        return console.script("return document.querySelector('[data-field=\"config.body\"] console-code-editor')"
                + ".shadowRoot.querySelector('.cm-%s')?.textContent".formatted(kind));
    }

    private Object offeredInTheBody() {
        return console.script("return document.querySelector('[data-field=\"config.body\"] console-code-editor')"
                + ".shadowRoot.querySelector('.cm-tooltip-autocomplete [aria-selected=true] .cm-completionLabel')"
                + "?.textContent");
    }

    private void paste(String selector, String text) {
        console.script("""
                const data = new DataTransfer();
                data.setData('text', arguments[1]);
                const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
                document.querySelector(arguments[0]).dispatchEvent(event);
                """, selector, text);
    }

    @Full
    @Test
    void shouldCompleteVariablesAndFiltersInAField() {
        create("Find");

        console.type(URL, "https://api.example.com/?q={{contact.ph");
        console.awaitText("[data-field='config.url'] [aria-selected=true]", "Phone number");
        press(Keys.ENTER);
        press(" | dig");
        console.awaitText("[data-field='config.url'] [aria-selected=true]", "Digits only");
        press(Keys.ENTER);

        await().untilAsserted(() ->
                assertThat(valueOf(URL)).isEqualTo("https://api.example.com/?q={{contact.phone_number | digits}}"));
        console.awaitText(".preview", "https://api.example.com/?q=15550100");
        console.awaitGone(".offers");
    }

    @Full
    @Test
    void shouldOfferTheAnswerInResultsOnly() {
        create("Find");

        console.type(field("config.result.toast"), "{{response_s");
        console.awaitText("[data-field='config.result.toast'] [aria-selected=true]", "response_status");
        console.type(URL, "{{response_s");

        console.awaitGone(".offers");
    }

    @Full
    @Test
    void shouldCompleteAndMarkInTheBody() {
        create("Create ticket");
        console.type(URL, "https://api.example.com/");

        console.typeCode("config.body", "{ \"by\": \"{{user.em");
        await().until(() -> "user.email".equals(offeredInTheBody()));
        // The editor takes no choice that appeared a moment ago, so that nobody chooses by accident.
        await().until(() -> {
            press(Keys.ENTER);
            return console.code("config.body").getText().contains("{{user.email}}");
        });

        console.typeCode("config.body", "{\"name\": \"{{contact.nmae}}\"}");
        console.awaitText("[data-field='config.body'] .remark", "did you mean contact.name?");
        assertThat(marked("remark")).isEqualTo("contact.nmae");

        console.typeCode("config.body", "{\"name\": \"{{contact.name | uper}}\"}");
        console.awaitText("[data-field='config.body'] .error", "did you mean upper?");
        assertThat(marked("fault")).isEqualTo("uper");
    }

    @Test
    void shouldFillTheFormFromACommandThatIsPasted() {
        create("Create ticket");
        console.find(URL);

        paste(URL, """
                curl -X PUT 'https://api.example.com/tickets?a=1' \\
                  -H 'X-Team: support' \\
                  -L --json '{"title": "{{contact.name}}"}'""");

        await().untilAsserted(() -> assertThat(valueOf(URL)).isEqualTo("https://api.example.com/tickets?a=1"));
        console.click(SAVE);
        stored(created("Create ticket"))
                .body("data.config.method", is("PUT"))
                .body("data.config.body", is("{\"title\": \"{{contact.name}}\"}"))
                .body("data.config.follow_redirects", is(true))
                .body(
                        "data.config.headers",
                        equalTo(Map.of(
                                "X-Team", "support",
                                "Content-Type", "application/json",
                                "Accept", "application/json")));
    }

    @Full
    @Test
    void shouldSendABodyThatIsWrittenAfterACommandWithoutOne() {
        create("Start workflow");
        console.find(URL);
        paste(URL, "curl -X POST https://api.example.com/hook");
        await().untilAsserted(() -> assertThat(valueOf(URL)).isEqualTo("https://api.example.com/hook"));

        console.typeCode("config.body", "{\"a\": 1}");

        console.click(SAVE);
        stored(created("Start workflow"))
                .body("data.config.body", is("{\"a\": 1}"))
                .body("data.config.send_body", is(nullValue()));
    }

    @Full
    @Test
    void shouldSayWhatItDoesNotUnderstandOfACommand() {
        create("Create ticket");
        console.find(URL);

        paste(URL, "curl https://api.example.com/ --haeder 'A: b'");

        console.awaitText("[data-curl-panel] .error", "did you mean --header?");
        assertThat(console.find("[data-curl-panel] [data-fill]").isEnabled()).isFalse();
        assertThat(valueOf(URL)).isEmpty();
    }

    @Full
    @Test
    void shouldLeaveOutSecretsOfTheCommandItCopies() {
        create("Create ticket");
        console.click("[data-curl]");
        console.type("[data-curl-panel] textarea", "curl https://api.example.com/ -H 'X-Api-Key: abc'");
        console.click("[data-offered] input");
        console.click("[data-fill]");
        console.awaitText(".preview", "https://api.example.com/");

        console.click("[data-copy-curl]");

        console.awaitText("console-copy-curl", "Copied, without secrets");
        assertThat(clipboard()).contains("X-Api-Key: ********").doesNotContain("abc");
    }

    @Full
    @Test
    void shouldBeginWithAPreset() {
        create("");

        new Select(console.find("[data-preset]")).selectByVisibleText("Zendesk: create a ticket");
        assertThat(console.find("[data-preset-panel] [data-fill]").isEnabled()).isFalse();
        console.type(field("preset.subdomain"), "acme");
        console.type(field("preset.email"), "sam@example.com");
        console.click("[data-fill]");

        assertThat(valueOf(field("name"))).isEqualTo("Create Zendesk ticket");
        assertThat(valueOf(URL)).isEqualTo("https://acme.zendesk.com/api/v2/tickets");
        assertThat(valueOf(field("config.auth.username"))).isEqualTo("sam@example.com/token");
        console.awaitText("[data-new-secrets]", "API token (zendesk_token)");
        console.awaitText(".preview", "Chat with Ada Example");
    }

    @Full
    @Test
    void shouldStoreTheSecretThatAPresetAsksForBeforeTheAction() {
        create("Call");
        new Select(console.find("[data-preset]")).selectByVisibleText("Anything else with a JSON API");
        console.type(field("preset.url"), "https://api.example.com/v1/things");
        console.click("[data-fill]");
        console.type(field("secrets.api_token"), "abc");
        answer("PUT", "/api/secrets/api_token", 201, "{\"name\":\"api_token\"}");
        answer("POST", ACTIONS, 400, "{}");

        console.click(SAVE);

        console.awaitCalls("POST", ACTIONS, 1);
        assertThat(console.calls("PUT", "/api/secrets/api_token"))
                .singleElement()
                .satisfies(call -> assertThat(call.getBodyAsString()).isEqualTo("{\"value\":\"abc\"}"));
        assertThat(console.calls("POST", ACTIONS).get(0).getBodyAsString())
                .contains("Bearer {{secret.api_token}}")
                .doesNotContain("abc");
    }

    /** What the service is not asked for here. */
    private void answer(String method, String path, int status, String data) {
        console.gateway()
                .server()
                .stubFor(request(method, urlPathEqualTo(path))
                        .atPriority(1)
                        .willReturn(jsonResponse("{\"status\":\"success\",\"data\":" + data + "}", status)));
    }
}
