package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** How a new action begins: empty, from an API, from a command, or as a copy of another. */
@Full
@QuarkusTest
class ConsoleStartBrowserTest extends ConsoleTest {

    private static final String START = "console-start";

    private String valueOf(String path) {
        return console.find(field(path)).getAttribute("value");
    }

    @Test
    void shouldShowANewcomerWaysToBegin() {
        open();

        console.awaitText(START, "Make your first action");
        console.awaitText(START, "From cURL");
        console.awaitText("console-action-list .empty", "There are no actions yet.");
        assertThat(console.seen("[data-filter]")).isEmpty();
        console.click("[data-start='slack-post-a-message']");

        console.awaitText("[data-preset-panel]", "Id of the channel");
        assertThat(console.query()).isEqualTo("?new&start=slack-post-a-message");
        console.reload();
        console.awaitText("[data-preset-panel]", "Id of the channel");
        assertThat(new Select(console.find("[data-preset]"))
                        .getFirstSelectedOption()
                        .getText())
                .startsWith("Slack");
    }

    @Test
    void shouldShowTheWaysOnANarrowWindowToo() {
        emulate("light", 390, 844);

        open();

        console.awaitText(START, "Make your first action");
        assertThat(console.find(START + " .start-title").getLocation().getY()).isLessThan(844);
    }

    @Test
    void shouldBeginWithACommand() {
        open();

        console.click(START + " a[href='?new&start=curl']");

        console.find("[data-curl-panel] textarea");
    }

    @Test
    void shouldTellAgentsThatThereIsNothingYet() {
        console.open(buttons.agent(), "");

        console.awaitText(START, "Managers have not made any actions yet.");
        assertThat(console.seen(START + " a")).isEmpty();
    }

    @Test
    void shouldCopyAnActionThatNobodySeesYet() {
        var ticket = buttons.webhook(
                "Create ticket",
                "https://api.example.com/tickets",
                Map.of("headers", Map.of("X-Api-Key", "secret"), "body", "{\"a\":\"{{contact.name}}\"}"));
        open(ticket);

        console.click("[data-duplicate]");

        console.awaitText("[data-copy-note]", "A copy of “Create ticket”.");
        assertThat(valueOf("name")).isEqualTo("Create ticket (copy)");
        assertThat(valueOf("config.url")).isEqualTo("https://api.example.com/tickets");
        enterSecretAgain();
        console.click("[data-save]");
        console.awaitNotice("Create ticket (copy) was created");
        await().untilAsserted(() -> stored().body("data.custom_actions.name", hasItem("Create ticket (copy)")));
        stored().body("data.custom_actions.find { it.name == 'Create ticket (copy)' }.is_active", is(false));
        stored(ticket).body("data.name", is("Create ticket"));
    }

    /** If the service hides it, the copy says so. */
    private void enterSecretAgain() {
        if (console.find("[data-copy-note]").getText().contains("enter them again")) {
            console.awaitText("[data-copy-note]", "X-Api-Key");
            console.type("[data-field='config.headers.X-Api-Key'] console-secret-input input", "secret");
        }
    }

    @Test
    void shouldGiveEachPageATitleOfItsOwn() {
        UUID action = buttons.link("Find", "https://example.com/", true);
        open();
        awaitTitle("Custom actions");

        console.openRow("Find");
        awaitTitle("Find – Custom actions");
        console.click("#tab-history");
        awaitTitle("Find: History – Custom actions");
        Api.as(manager()).body(Map.of("name", "Find it")).put(ACTIONS + "/{id}", action);
        console.script("document.dispatchEvent(new Event('visibilitychange'))");
        awaitTitle("Find it: History – Custom actions");
        console.click("[data-new]");
        awaitTitle("New action – Custom actions");
        console.click("[data-secrets]");
        awaitTitle("Secrets – Custom actions");
        browser.navigate().back();
        awaitTitle("New action – Custom actions");
    }

    private void awaitTitle(String title) {
        await().untilAsserted(() -> assertThat(browser.getTitle()).isEqualTo(title));
    }
}
