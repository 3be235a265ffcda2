package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** Every type of input by mouse, by keyboard and by touch, and for who hears it. */
@Full
@QuarkusTest
class InputsBrowserTest extends ChatTest {

    private static final String FILLED_IN = """
            {"word":"a","words":"b\\nc","amount":1.5,"kind":"two","sure":true,"due":"2024-01-31","mail":"d@example.com",
             "phone":"+1 555"}""";

    private static final List<Map<String, Object>> INPUTS = List.of(
            Map.of("name", "word", "label", "One word", "type", "text", "required", true),
            Map.of("name", "words", "label", "More words", "type", "textarea"),
            Map.of("name", "amount", "label", "How much", "type", "number"),
            Map.of(
                    "name",
                    "kind",
                    "label",
                    "Which one",
                    "type",
                    "select",
                    "options",
                    List.of(Map.of("value", "one", "label", "First"), Map.of("value", "two", "label", "Second"))),
            Map.of("name", "sure", "label", "Sure", "type", "checkbox"),
            Map.of("name", "due", "label", "Until when", "type", "date"),
            Map.of("name", "mail", "label", "Address", "type", "email"),
            Map.of("name", "phone", "label", "Number", "type", "tel"));

    /** Two taps that are further apart are two; the browser's own limit is 300 ms. */
    private static final Duration DOUBLE_TAP = Duration.ofMillis(400);

    @BeforeEach
    void ask() {
        ServiceResource.receiver().server().stubFor(post("/hook").willReturn(okJson("{}")));
        buttons.action(
                "Refund",
                "ticket",
                "webhook",
                Map.of("url", ServiceResource.receiver().url("/hook")),
                Map.of("inputs", INPUTS, "confirmation", "Refund {{contact.name}}?"));
    }

    @AfterEach
    void endTouch() {
        browser.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
    }

    private WebElement field(String name) {
        return page.part("[name=%s]".formatted(name));
    }

    private JsonNode sent() throws IOException {
        await().until(() -> !ServiceResource.receiver().requests("/hook").isEmpty());
        var requests = ServiceResource.receiver().requests("/hook");
        assertThat(requests).hasSize(1);
        return new JsonMapper().readTree(requests.get(0).getBody()).get("inputs");
    }

    private static void press(CharSequence... keys) {
        for (var key : keys) {
            new Actions(browser).sendKeys(key).perform();
        }
    }

    @Test
    void shouldBeFilledInByMouse() throws IOException {
        open();
        page.button("Refund").click();

        typeInto(this::click);
        new Select(field("kind")).selectByVisibleText("Second");
        click(page.part("label[for=input-sure]"));
        click(page.part("[type=submit]"));

        assertThat(sent()).isEqualTo(new JsonMapper().readTree(FILLED_IN));
    }

    @Test
    void shouldBeFilledInByKeyboard() throws IOException {
        open();
        page.button("Refund");

        press(Keys.TAB, Keys.ENTER);
        page.part("dialog[open]");
        press("a", Keys.TAB, "b", Keys.ENTER, "c", Keys.TAB, "1.5", Keys.TAB, "S", Keys.TAB, Keys.SPACE, Keys.TAB);
        press("01", "31", "2024", Keys.TAB);
        // Its parts and its calendar are stops of their own.
        while (!"mail".equals(focused())) {
            press(Keys.TAB);
        }
        press("d@example.com", Keys.TAB, "+1 555", Keys.TAB, Keys.TAB, Keys.ENTER);

        assertThat(sent()).isEqualTo(new JsonMapper().readTree(FILLED_IN));
        await().until(() -> page.parts("dialog[open]").isEmpty());
        assertThat(page.script("return document.querySelector('custom-actions').shadowRoot.activeElement.title"))
                .isEqualTo("Refund");
    }

    private Object focused() {
        return page.script("return document.querySelector('custom-actions').shadowRoot.activeElement?.name");
    }

    @Test
    void shouldBeFilledInByTouchOnAPhone() throws IOException {
        emulate("light", 320, 640);
        browser.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", true, "maxTouchPoints", 1));
        open();

        tap(page.button("Refund"));
        page.part("dialog[open]");
        typeInto(this::tap);
        new Select(field("kind")).selectByVisibleText("Second");
        tap(field("sure"));
        tap(page.part("[type=submit]"));

        assertThat(sent()).isEqualTo(new JsonMapper().readTree(FILLED_IN));
    }

    private void typeInto(Consumer<WebElement> reach) {
        Map.of("word", "a", "amount", "1.5", "mail", "d@example.com", "phone", "+1 555")
                .forEach((name, text) -> {
                    reach.accept(field(name));
                    await().until(() -> name.equals(focused()));
                    press(text);
                });
        reach.accept(field("words"));
        await().until(() -> "words".equals(focused()));
        press("b", Keys.ENTER, "c");
        await().untilAsserted(
                        () -> assertThat(field("words").getDomProperty("value")).isEqualTo("b\nc"));
        // What a calendar of the system does.
        page.script(
                "document.querySelector('custom-actions').shadowRoot.querySelector('[name=due]').value = '2024-01-31'");
    }

    /** The buttons stay at the lower edge, so what is behind them has to be scrolled up first. */
    private void click(WebElement element) {
        page.script("arguments[0].scrollIntoView({ block: 'center' })", element);
        new Actions(browser).moveToElement(element).click().perform();
    }

    @SuppressWarnings("unchecked")
    private void tap(WebElement element) {
        var at = (Map<String, Number>) page.script(
                "arguments[0].scrollIntoView({ block: 'center' }); const box = arguments[0].getBoundingClientRect();"
                        + "return { x: box.x + box.width / 2, y: box.y + box.height / 2 }",
                element);
        touch("touchStart", List.of(at));
        touch("touchEnd", List.of());
        // Fields are tapped where the one before was, and two taps at once are a double one, which selects.
        new Actions(browser).pause(DOUBLE_TAP).perform();
    }

    private static void touch(String type, List<?> points) {
        browser.executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
    }

    @Test
    void shouldHaveTheNamesThatAreSeen() {
        open();
        page.button("Refund").click();
        page.part("dialog[open]");

        assertThat(page.part("dialog").getAccessibleName()).isEqualTo("Refund");
        assertThat(INPUTS)
                .allSatisfy(
                        input -> assertThat(field((String) input.get("name")).getAccessibleName())
                                .startsWith((String) input.get("label")));
        assertThat(INPUTS.stream()
                        .map(input -> field((String) input.get("name")).getAriaRole()))
                .contains("textbox", "spinbutton", "checkbox");
        page.part("[type=submit]").click();
        await().until(() -> !page.parts(".complaint").isEmpty());
        assertThat(field("word").getDomAttribute("aria-describedby"))
                .isEqualTo(page.part(".complaint").getDomAttribute("id"));
    }

    @Test
    void shouldRunOnceHoweverOftenItIsSent() throws IOException {
        open();
        page.button("Refund").click();
        page.part("dialog[open]");
        field("word").sendKeys("a");

        page.script("const form = document.querySelector('custom-actions').shadowRoot.querySelector('form');"
                + "for (let i = 0; i < 3; i++) form.requestSubmit()");

        page.awaitToast("success", "Webhook executed successfully");
        assertThat(sent().get("word").textValue()).isEqualTo("a");
    }

    @Test
    void shouldKeepWhatWasTypedWhileTheServiceIsAway() throws IOException {
        open();
        page.button("Refund").click();
        page.part("dialog[open]");
        field("word").sendKeys("a");
        page.gateway()
                .server()
                .stubFor(WireMock.any(WireMock.urlMatching("/api/.*"))
                        .willReturn(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        page.part("[type=submit]").click();
        page.awaitToast("error", "The service cannot be reached");
        page.button("Refund").click();
        page.part("dialog[open]");
        assertThat(field("word").getDomProperty("value")).isEqualTo("a");
        page.restore();
        page.part("[type=submit]").click();

        page.awaitToast("success", "Webhook executed successfully");
        assertThat(sent().get("word").textValue()).isEqualTo("a");
    }
}
