package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** What an agent is asked before an action runs. */
@QuarkusTest
class PromptBrowserTest extends ChatTest {

    private static final List<Map<String, Object>> INPUTS = List.of(
            Map.of("name", "reason", "label", "Reason", "type", "text", "required", true, "placeholder", "Why?"),
            Map.of("name", "note", "label", "Note", "type", "textarea"),
            Map.of("name", "amount", "label", "Amount", "type", "number", "default", 5),
            Map.of("name", "sure", "label", "Tell the customer", "type", "checkbox"),
            Map.of("name", "due", "label", "Due", "type", "date"),
            Map.of("name", "mail", "label", "Mail", "type", "email"),
            Map.of("name", "phone", "label", "Phone", "type", "tel"),
            Map.of(
                    "name",
                    "kind",
                    "label",
                    "Kind",
                    "type",
                    "select",
                    "options",
                    List.of(
                            Map.of("value", "refund", "label", "Refund"),
                            Map.of("value", "credit", "label", "Store credit"))));

    @BeforeEach
    void answer() {
        ServiceResource.receiver().server().stubFor(post("/hook").willReturn(okJson("{}")));
    }

    private UUID refund(Map<String, Object> terms) {
        return buttons.action(
                "Refund",
                "ticket",
                "webhook",
                Map.of("url", ServiceResource.receiver().url("/hook")),
                terms);
    }

    private String focused() {
        return (String) page.script("const at = document.querySelector('custom-actions').shadowRoot.activeElement;"
                + "return at && (at.name || at.title || at.textContent.trim())");
    }

    private void fill(String name, CharSequence keys) {
        page.part("[name=%s]".formatted(name)).sendKeys(keys);
    }

    private void awaitClosed() {
        await().until(() -> page.parts("dialog[open]").isEmpty());
    }

    private JsonNode sent() {
        try {
            var requests = ServiceResource.receiver().requests("/hook");
            assertThat(requests).hasSize(1);
            return new JsonMapper().readTree(requests.get(0).getBody());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void shouldSendWhatWasFilledInAndWhatThePageHandsOver() {
        refund(Map.of("inputs", INPUTS, "confirmation", "Refund {{contact.name}}?"));
        open(Map.of("data-token", buttons.agent(), "context", "{&quot;id&quot;:7}"), "");

        page.button("Refund").click();
        await().until(() -> "reason".equals(focused()));
        assertThat(page.text(".prompt-question")).isEqualTo("Refund Ada?");
        fill("reason", "too late");
        fill("note", "a\nb");
        page.part("[name=amount]").clear();
        fill("amount", "1.5");
        page.part("[name=sure]").click();
        page.script(
                "document.querySelector('custom-actions').shadowRoot.querySelector('[name=due]').value = '2024-01-31'");
        fill("mail", "ada@example.com");
        fill("phone", "+1 555");
        fill("kind", "Store");
        new Actions(browser).click(page.part("[type=submit]")).perform();

        page.awaitToast("success", "Webhook executed successfully");
        awaitClosed();
        assertThat(focused()).isEqualTo("Refund");
        assertThat(sent().get("inputs")).isEqualTo(json("""
                {"reason":"too late","note":"a\\nb","amount":1.5,"sure":true,"due":"2024-01-31","mail":"ada@example.com",
                 "phone":"+1 555","kind":"credit"}"""));
        assertThat(sent().get("context")).isEqualTo(json("{\"id\":7}"));
    }

    @Full
    @Test
    void shouldSayWhatIsMissingAndKeepWhatWasTyped() {
        refund(Map.of("inputs", INPUTS));
        open();
        page.button("Refund").click();
        await().until(() -> "reason".equals(focused()));

        fill("mail", "nobody");
        fill("mail", Keys.ENTER);

        await().until(() -> page.parts(".complaint").size() == 2);
        assertThat(focused()).isEqualTo("reason");
        assertThat(page.part("[name=reason]").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.part("[name=mail]").getDomProperty("value")).isEqualTo("nobody");
        new Actions(browser).sendKeys(Keys.ESCAPE).perform();
        awaitClosed();
        assertThat(focused()).isEqualTo("Refund");
        assertThat(ServiceResource.receiver().requests("/hook")).isEmpty();

        page.button("Refund").click();
        await().until(() -> "reason".equals(focused()));
        assertThat(page.part("[name=mail]").getDomProperty("value")).isEqualTo("nobody");
    }

    @Full
    @Test
    void shouldShowWhatTheServiceRefusesBesideItsField() {
        var action = refund(Map.of("inputs", INPUTS));
        open();
        page.button("Refund").click();
        await().until(() -> "reason".equals(focused()));
        Api.as(Tokens.manager(buttons.organization()).sign())
                .body(Map.of("inputs", List.of(Map.of("name", "reason", "label", "Reason", "type", "number"))))
                .put("/api/custom-actions/{id}", action)
                .then()
                .statusCode(200);

        fill("reason", "late");
        page.part("[type=submit]").click();

        await().until(() -> "Reason must be a number".equals(page.text(".complaint")));
        assertThat(page.part("[name=reason]").getDomProperty("value")).isEqualTo("late");
        assertThat(page.toasts()).isEmpty();
    }

    @Test
    void shouldAskAndRunNothingIfTheAgentDoesNotWantTo() {
        refund(Map.of("confirmation", "Refund {{contact.name}}?"));
        open();

        page.button("Refund").click();
        await().until(() -> "Run".equals(focused()));
        page.part("[part~=dialog-cancel]").click();
        awaitClosed();
        assertThat(focused()).isEqualTo("Refund");
        assertThat(ServiceResource.receiver().requests("/hook")).isEmpty();

        page.button("Refund").click();
        await().until(() -> "Run".equals(focused()));
        new Actions(browser).doubleClick(page.part("[type=submit]")).perform();
        page.awaitToast("success", "Webhook executed successfully");
        assertThat(ServiceResource.receiver().requests("/hook")).hasSize(1);
    }

    @Full
    @Test
    void shouldAskAboutTheContactThatIsShown() {
        refund(Map.of("confirmation", "Refund {{contact.name}}?"));
        open();
        page.button("Refund").click();
        await().until(() -> "Refund Ada?".equals(page.text(".prompt-question")));

        page.script(
                "document.querySelector('custom-actions').contactId = arguments[0]",
                buttons.contact("Grace").toString());

        awaitClosed();
        page.button("Refund").click();
        await().until(() -> "Refund Grace?".equals(page.text(".prompt-question")));
    }

    @Full
    @Test
    void shouldShowOnlyWhatIsForTheContact() {
        refund(Map.of("visible_to", Map.of("tags", List.of("vip"))));
        buttons.script("Note", "return {}");
        open();

        page.button("Note");

        assertThat(page.buttons()).containsExactly("Note");
    }

    @Full
    @Test
    void shouldSendTheSameAgainIfTheServiceGoesAway() {
        var action = refund(Map.of("inputs", INPUTS));
        open();
        page.button("Refund").click();
        await().until(() -> "reason".equals(focused()));
        page.gateway()
                .server()
                .stubFor(post("/api/custom-actions/" + action + "/execute")
                        .willReturn(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE)));
        fill("reason", "late");
        page.part("[type=submit]").click();
        page.awaitToast("error", "The service cannot be reached");

        page.restore();
        page.part(".again").click();

        page.awaitToast("success", "Webhook executed successfully");
        assertThat(sent().get("inputs").get("reason").textValue()).isEqualTo("late");
    }

    @Full
    @Test
    void shouldShowMarkupAsTheTextThatItIs() {
        var markup = "<img src=x onerror=\"document.title='run'\">";
        contact = buttons.contact(markup);
        refund(Map.of(
                "confirmation",
                "{{contact.name}}",
                "inputs",
                List.of(Map.of(
                        "name",
                        "a",
                        "label",
                        markup,
                        "type",
                        "select",
                        "options",
                        List.of(Map.of("value", markup, "label", markup))))));
        open();

        page.button("Refund").click();

        await().until(() -> markup.equals(page.text(".prompt-question")));
        assertThat(page.text(".field-label")).isEqualTo(markup);
        assertThat(page.parts("img")).isEmpty();
        assertThat(browser.getTitle()).isEqualTo("Chat");
    }

    @Full
    @ParameterizedTest
    @CsvSource({"light, 1280, ltr", "dark, 1280, ltr", "light, 320, rtl", "dark, 320, ltr"})
    void shouldBeUsableByEverybody(String scheme, int width, String direction) {
        emulate(scheme, width, 800);
        refund(Map.of("inputs", INPUTS, "confirmation", "Refund {{contact.name}}? This cannot be undone."));
        open();
        page.script("document.documentElement.dir = arguments[0]", direction);
        page.button("Refund").click();
        await().until(() -> "reason".equals(focused()));
        page.part("[type=submit]").click();
        await().until(() -> !page.parts(".complaint").isEmpty());

        assertThat(page.script("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertUsable("prompt-%s-%d".formatted(scheme, width));
    }
}
