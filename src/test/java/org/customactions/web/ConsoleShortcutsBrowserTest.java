package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What keys do, and that they mean themselves where somebody types. */
@Full
@QuarkusTest
class ConsoleShortcutsBrowserTest extends ConsoleTest {

    private static final String PALETTE = "console-command-palette dialog[open]";
    private static final String COMBOBOX = PALETTE + " [role=combobox]";

    private UUID ticket;
    private UUID directory;

    @BeforeEach
    void createActions() {
        ticket = buttons.webhook("Create ticket", "https://api.example.com/", Map.of());
        directory = buttons.link("Find in directory", "https://example.com/", true);
    }

    private String focused() {
        return (String) console.script(
                "return document.activeElement.dataset.filter ?? document.activeElement.getAttribute('aria-label')");
    }

    @Test
    void shouldListTheKeys() {
        open();
        console.awaitNames("Create ticket", "Find in directory");

        press("?");

        console.awaitText("console-shortcut-help dialog[open]", "Search the actions");
        press(Keys.ESCAPE);
        console.awaitGone("console-shortcut-help dialog[open]");
    }

    @Test
    void shouldSearchAndCreate() {
        open();
        console.awaitNames("Create ticket", "Find in directory");

        press("/");
        await().until(() -> "search".equals(focused()));
        assertThat(console.find("[data-filter=search]").getAttribute("value")).isEmpty();
        press("n", "?", "/");

        assertThat(console.find("[data-filter=search]").getAttribute("value")).isEqualTo("n?/");
        assertThat(console.query()).isEmpty();
        console.script("document.activeElement.blur()");
        press("n");
        console.awaitText(".page-title", "New action");
    }

    @Test
    void shouldSearchOnANarrowWindowWhereTheListIsAPageOfItsOwn() {
        emulate("light", 390, 844);
        open(directory);
        console.awaitText(".page-title", "Find in directory");

        press("/");

        await().until(() -> "search".equals(focused()));
    }

    @Test
    void shouldSaveFromAField() {
        open(directory);
        console.type(field("name"), "Find him");

        pressWithControl("s");

        console.awaitNotice("Saved");
        stored(directory).body("data.name", is("Find him"));
    }

    @Test
    void shouldSaveFromTheEditorOfCode() {
        var script = buttons.script("Note", "return {}");
        open(script);
        console.code("config.code").sendKeys(Keys.chord(Keys.CONTROL, Keys.END), " // n?/");

        pressWithControl("s");

        console.awaitNotice("Saved");
        stored(script).body("data.config.code", is("return {} // n?/"));
    }

    @Test
    void shouldGoAnywhereByTyping() {
        open(ticket);
        console.awaitText(".page-title", "Create ticket");

        pressWithControl("k");
        console.find(PALETTE);
        press("direc");
        await().until(() -> console.seen(PALETTE + " [role=option]").size() == 1);
        assertThat(console.script("return document.activeElement.getAttribute('aria-activedescendant')"))
                .isEqualTo("palette-0");
        press(Keys.ENTER);

        console.awaitText(".page-title", "Find in directory");
        console.awaitGone(PALETTE);
        pressWithControl("k");
        console.type(COMBOBOX, "secrets");
        press(Keys.ENTER);
        console.awaitText(".page-title", "Secrets");
    }

    @Test
    void shouldMoveAmongWhatItFinds() {
        open();
        console.awaitNames("Create ticket", "Find in directory");
        pressWithControl("k");
        console.find(PALETTE);

        press(Keys.ARROW_DOWN);

        await().until(() ->
                console.seen(PALETTE + " [aria-selected=true]").get(0).getText().contains("Find in directory"));
        press(Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP);
        await().until(() -> !console.seen(PALETTE + " [aria-selected=true]")
                .get(0)
                .getText()
                .contains("Create"));
        press("nothing like it");
        console.awaitText(PALETTE, "Nothing matches");
        press(Keys.ESCAPE);
        console.awaitGone(PALETTE);
    }

    @Test
    void shouldOfferAgentsNoPagesOfManagers() {
        console.open(buttons.agent(), "");
        console.awaitText("[data-read-only]", "Read-only");

        console.click("[data-commands]");

        console.awaitText(PALETTE, "Create ticket");
        assertThat(console.find(PALETTE).getText()).doesNotContain("Secrets", "New action", "Export");
        press(Keys.ESCAPE);
        press("n");
        assertThat(console.query()).isEmpty();
    }

    @Test
    void shouldDoNothingBehindADialog() {
        open(directory);
        console.click("[data-delete]");
        console.find("console-confirm-dialog dialog[open]");

        press("n", "/");
        pressWithControl("k");

        assertThat(console.seen(PALETTE)).isEmpty();
        assertThat(console.query()).isEqualTo("?action=" + directory);
        press(Keys.ESCAPE);
    }
}
