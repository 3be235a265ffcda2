package org.customactions.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import org.customactions.support.ChromiumTest;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** What a newcomer meets first: a chat, its buttons, and what the other system gets. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class DemoBrowserTest extends ChromiumTest {

    private static final String ADA = "Ada \"The Count\" Lovelace";

    private DemoPage page;

    @BeforeEach
    void open() {
        // Tests have a random port, which the data of the demo cannot know.
        ServiceResource.database()
                .execute(
                        "update custom_actions set config = replace(config::text, 'http://localhost:8080', ?)::jsonb",
                        service());
        page = new DemoPage(browser);
        browser.get(service() + "/");
        page.button("Create ticket");
    }

    private static String service() {
        return "http://localhost:" + RestAssured.port;
    }

    @Test
    void shouldShowWhatAWebhookSentToTheOtherSystem() {
        page.button("Create ticket").click();

        page.awaitToast("created");
        var received = page.awaitTexts(texts -> !texts.isEmpty(), "demo-chat", "receiver-log", "li");
        assertThat(received.get(0)).contains("POST", "Ticket for Ada \\\"The Count\\\" Lovelace", "+1 555 0100");
    }

    @Test
    void shouldOpenALinkInATabOfItsOwn() {
        var chat = browser.getWindowHandle();

        page.button("Find in directory").click();

        await().until(() -> browser.getWindowHandles().size() == 2);
        var opened = browser.getWindowHandles().stream()
                .filter(tab -> !tab.equals(chat))
                .findFirst()
                .orElseThrow();
        browser.switchTo().window(opened);
        await().until(() -> browser.getCurrentUrl().startsWith(service() + "/?search=Ada"));
        assertThat(page.awaitTexts(texts -> texts.size() == 1, "demo-chat", "contact-list", "li"))
                .singleElement()
                .asString()
                .contains(ADA);
        browser.close();
        browser.switchTo().window(chat);
    }

    @Test
    void shouldBeUsableByKeyboardAlone() {
        var keys = new Actions(browser);

        // To the console, the first contact, the second, and there past the others to the buttons.
        keys.sendKeys(Keys.TAB, Keys.TAB, Keys.TAB, Keys.ENTER).perform();
        page.awaitTexts(List.of("Tom + Jerry & Sons <b>Ltd</b>")::equals, "demo-chat", "chat-view", "h2");
        page.button("Copy summary");
        new Actions(browser).sendKeys(Keys.TAB, Keys.TAB, Keys.TAB).perform();
        new Actions(browser).sendKeys(Keys.END, Keys.ENTER).perform();

        page.awaitToast("Copied the summary of Tom + Jerry & Sons <b>Ltd</b>");
        assertThat(page.clipboard()).isEqualTo("Tom + Jerry & Sons <b>Ltd</b> (+44 20 7946 0101), plan: silver");
    }

    @Test
    void shouldShowWhatAnAgentWrites() {
        page.part("demo-chat", "chat-view", "input").sendKeys("<i>On its way</i>", Keys.ENTER);

        var messages = page.awaitTexts(
                texts -> texts.stream().anyMatch(text -> text.startsWith("<i>")), "demo-chat", "chat-view", ".message");
        assertThat(messages.get(messages.size() - 1)).startsWith("<i>On its way</i>");
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void shouldBeUsableByEverybody(String scheme, int width) {
        emulate(scheme, width, 844);
        page.button("Create ticket").click();
        page.awaitToast("created");
        page.awaitTexts(texts -> !texts.isEmpty(), "demo-chat", "receiver-log", "li");

        assertUsable("demo-%s-%d".formatted(scheme, width));
    }
}
