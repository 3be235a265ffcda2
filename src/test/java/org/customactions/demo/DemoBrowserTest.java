package org.customactions.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.customactions.support.ChromiumTest;
import org.customactions.support.Full;
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
    private static final String TOM = "Tom + Jerry & Sons <b>Ltd</b>";

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

        awaitTicketFor("Ada \\\"The Count\\\" Lovelace");
    }

    @Full
    @Test
    void shouldOpenALinkInATabOfItsOwn() {
        page.button("Find in directory").click();

        awaitDirectoryOf(ADA);
    }

    @Full
    @Test
    void shouldWriteTheClipboardForTheContactThatIsChosen() {
        choose(2, TOM);
        page.button("Copy summary").click();

        awaitSummaryOfTom();
    }

    private void choose(int place, String name) {
        page.part("demo-chat", "contact-list", "li:nth-child(%d) button".formatted(place))
                .click();
        page.awaitTexts(List.of(name)::equals, "demo-chat", "chat-view", "h2");
    }

    @Test
    void shouldSayWhatItIs() {
        assertThat(page.part("demo-chat", ".bar p").getText()).startsWith("This is a demo of custom-actions");
    }

    @Test
    void shouldSignInToTheConsoleByItsLink() {
        page.part("demo-chat", ".bar a[href*=token]").click();

        assertThat(page.awaitTexts(texts -> !texts.isEmpty(), ".row-name"))
                .containsExactly(
                        "Create ticket",
                        "Escalate",
                        "Find in directory",
                        "Copy summary",
                        "Refund order",
                        "Export conversation",
                        "Send VIP gift");
        assertThat(page.all("dialog.sign-in[open]")).isEmpty();
    }

    @Test
    void shouldAskFirstAndShowWhatTheOtherSystemGotOfTheConversation() {
        page.run("Escalate");
        assertThat(page.ofButtons("[part~=dialog-question]").getText())
                .isEqualTo("Hand " + ADA + " over to another team?");
        page.ofButtons("[name=reason]").sendKeys("Sent the link again");
        page.ofButtons("[part~=dialog-run]").click();

        page.awaitToast("Escalated to Billing");
        awaitReceived("\"reason\": \"Sent the link again\"", "\"channel\": \"whatsapp\"", "\"last_message\"");
    }

    @Full
    @Test
    void shouldTellWhyAnActionFailed() {
        page.run("Refund order");
        page.ofButtons("[part~=dialog-run]").click();

        page.awaitToast("The last order is already refunded. Look it up in the shop.");
    }

    @Full
    @Test
    void shouldHaveAnActionForATagOnly() {
        assertThat(page.actions()).contains("Send VIP gift");

        choose(2, TOM);

        assertThat(page.actions()).contains("Refund order").doesNotContain("Send VIP gift");
    }

    @Full
    @Test
    void shouldTellOfAnActionThatIsSlow() {
        page.run("Export conversation");

        page.awaitToast("Export conversation");
        page.awaitToast("The conversation is exported");
        awaitReceived("\"export\"");
    }

    @Full
    @Test
    void shouldBeUsableByKeyboardAlone() {
        // To the console, the first contact, the second.
        press(Keys.TAB, Keys.TAB, Keys.TAB, Keys.ENTER);
        page.awaitTexts(List.of(TOM)::equals, "demo-chat", "chat-view", "h2");
        page.button("Copy summary");

        // Past the other contacts to the buttons.
        press(Keys.TAB, Keys.TAB, Keys.TAB, Keys.HOME, Keys.ENTER);
        awaitTicketFor(TOM);

        press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER);
        awaitSummaryOfTom();

        press(Keys.ARROW_LEFT, Keys.ENTER);
        awaitDirectoryOf(TOM);
    }

    private void press(CharSequence... keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    private void awaitSummaryOfTom() {
        page.awaitToast("Copied the summary of " + TOM);
        assertThat(clipboard()).isEqualTo(TOM + " (+44 20 7946 0101), plan: silver");
    }

    private void awaitTicketFor(String name) {
        page.awaitToast("created");
        awaitReceived("POST", "Ticket for " + name);
    }

    /** Waits for a call with all of these in it. */
    private void awaitReceived(String... parts) {
        page.awaitTexts(
                texts -> texts.stream().anyMatch(call -> List.of(parts).stream().allMatch(call::contains)),
                "demo-chat",
                "receiver-log",
                "li");
    }

    /** In a tab of its own, which shows nobody else. */
    private void awaitDirectoryOf(String name) {
        await().until(() -> browser.getWindowHandles().size() == 2);
        switchToOtherTab();
        await().until(() -> browser.getCurrentUrl().equals(service() + "/?search=" + encoded(name)));
        assertThat(page.awaitTexts(texts -> texts.size() == 1, "demo-chat", "contact-list", "li"))
                .singleElement()
                .asString()
                .contains(name);
        closeOtherTabs();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Full
    @Test
    void shouldShowWhatAnAgentWritesWhileANoticeIsThere() {
        page.button("Create ticket").click();
        page.awaitToast("created");

        page.part("demo-chat", "chat-view", "input").sendKeys("<i>On its way</i>");
        page.part("demo-chat", "chat-view", "form button").click();

        var messages = page.awaitTexts(
                texts -> texts.stream().anyMatch(text -> text.startsWith("<i>")), "demo-chat", "chat-view", ".message");
        assertThat(messages.get(messages.size() - 1)).startsWith("<i>On its way</i>");
    }

    @Full
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
