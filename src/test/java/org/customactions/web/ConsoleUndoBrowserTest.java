package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What is done to an action can be taken back, also by whom somebody else has done it. */
@QuarkusTest
class ConsoleUndoBrowserTest extends ConsoleTest {

    private UUID ticket;
    private UUID note;
    private UUID link;

    @BeforeEach
    void createActions() {
        ticket =
                buttons.webhook("Create ticket", "https://api.example.com/", Map.of("headers", Map.of("X-Key", "one")));
        note = buttons.script("Add note", "return {}");
        link = buttons.link("Find", "https://example.com/", true);
    }

    private void undo() {
        console.script(
                "[...document.querySelector('console-notices').shadowRoot.querySelectorAll('.again')].at(-1).click()");
    }

    private void delete(UUID action) {
        Api.as(manager()).delete(ACTIONS + "/{id}", action).then().statusCode(200);
    }

    private void lookAgain() {
        console.script("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private void assertStoredOrder(UUID... actions) {
        await().untilAsserted(() -> stored().body(
                        "data.custom_actions.id",
                        contains(java.util.Arrays.stream(actions)
                                .map(UUID::toString)
                                .toArray(String[]::new))));
    }

    private WebElement grip(UUID action) {
        return console.find("[data-row='%s'] .grip".formatted(action));
    }

    @Test
    void shouldTakeADeletionBack() {
        open(ticket);
        console.click("[data-delete]");
        console.click("dialog[open] [data-go]");
        console.awaitNotice("Create ticket was deleted");
        console.awaitNames("Add note", "Find");

        undo();

        console.awaitNotice("Create ticket is back");
        console.awaitNames("Create ticket", "Add note", "Find");
        stored(ticket).body("data.config.headers.X-Key", is("one"));
    }

    @Full
    @Test
    void shouldTakeASwitchBack() {
        open(note);
        console.click(".switch");
        console.awaitNotice("Add note is inactive now");

        undo();

        console.awaitNotice("Add note is active again");
        stored(note).body("data.is_active", is(true));
        assertThat(console.find(".switch").getAttribute("aria-checked")).isEqualTo("true");
    }

    @Full
    @Test
    void shouldTakeAnOrderBackWithWhatWasAddedSince() {
        open();
        console.awaitNames("Create ticket", "Add note", "Find");
        console.script("arguments[0].focus()", grip(link));
        press(Keys.SPACE, Keys.ARROW_UP, Keys.ARROW_UP, Keys.SPACE);
        console.awaitNotice("The order was changed");
        assertStoredOrder(link, ticket, note);
        var added = buttons.script("Added", "return {}");
        lookAgain();
        console.awaitNames("Find", "Create ticket", "Add note", "Added");

        undo();

        console.awaitNotice("The order is as it was");
        console.awaitNames("Create ticket", "Add note", "Find", "Added");
        assertStoredOrder(ticket, note, link, added);
    }

    @Full
    @Test
    void shouldLeaveADraggedActionWhereItWasOnEscape() {
        open();
        console.awaitNames("Create ticket", "Add note", "Find");
        new Actions(browser)
                .clickAndHold(grip(ticket))
                .moveByOffset(0, 20)
                .moveToElement(grip(link), 0, 10)
                .perform();
        console.find("[data-drop]");

        new Actions(browser).sendKeys(Keys.ESCAPE).perform();

        console.awaitGone("[data-drop]");
        new Actions(browser).release().perform();
        console.awaitNames("Create ticket", "Add note", "Find");
        assertThat(console.calls("PUT", ACTIONS + "/order")).isEmpty();
    }

    @Full
    @Test
    void shouldKeepADraftWhoseActionIsDeleted() {
        open(ticket);
        console.type(field("name"), "Typed");
        delete(ticket);
        lookAgain();
        console.awaitText("[data-gone]", "This action has been deleted. Nothing you typed is lost.");
        console.find("[data-deleted]");
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Typed");

        console.click("[data-restore-and-save]");

        console.awaitNotice("Saved");
        console.awaitGone("[data-gone]");
        stored(ticket).body("data.name", is("Typed")).body("data.config.headers.X-Key", is("one"));
        assertStoredOrder(ticket, note, link);
    }

    @Full
    @Test
    void shouldSaveADraftAsANewActionWhereItsOwnIsDeleted() {
        open(ticket);
        console.type(field("name"), "Typed");
        delete(ticket);
        console.click("[data-save]");
        console.find("[data-gone]");

        console.click("[data-create-anew]");

        console.awaitNotice("Typed was created");
        console.awaitText(".page-title", "Typed");
        console.awaitNames("Add note", "Find", "Typed");
        Api.as(manager()).get(ACTIONS + "/{id}", ticket).then().statusCode(404);
    }

    @Full
    @Test
    void shouldShowWhatHappenedToADeletedActionAndBringItBack() {
        var ada = buttons.contact("Ada");
        Api.execute(buttons.agent(), note, ada).statusCode(200);
        delete(note);
        open(note);
        console.awaitText(".page-title", "Deleted action");
        console.awaitText("console-change-history", "deleted it");
        console.awaitText("console-execution-history", "for Ada");

        console.click("[data-restore]");

        console.awaitText(".page-title", "Add note");
        console.awaitNames("Create ticket", "Add note", "Find");
    }
}
