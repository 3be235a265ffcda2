package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** The list: what it shows, how actions are found in it, and how they get another order. */
@Full
@QuarkusTest
class ConsoleListBrowserTest extends ConsoleTest {

    private static final String SEARCH = "[data-filter=search]";

    private UUID ticket;
    private UUID directory;
    private UUID note;

    @BeforeEach
    void createActions() {
        ticket = buttons.webhook("Create ticket", "https://api.example.com/tickets", Map.of());
        directory = buttons.link("Find in directory", "https://example.com/", true);
        note = buttons.script("Add note", "return {}");
    }

    private void filter(String filter, String option) {
        new Select(console.find("[data-filter=" + filter + "]")).selectByVisibleText(option);
    }

    private WebElement grip(UUID action) {
        return console.find("[data-row='%s'] .grip".formatted(action));
    }

    private void awaitStoredOrder(UUID... actions) {
        await().untilAsserted(() -> assertThat(stored().extract().<String>path("data.custom_actions.id.join(' ')"))
                .isEqualTo(String.join(
                        " ", Arrays.stream(actions).map(UUID::toString).toList())));
    }

    @Test
    void shouldListActionsInTheOrderOfTheirButtons() {
        open();

        console.awaitNames("Create ticket", "Find in directory", "Add note");
        assertThat(console.find(".count").getText()).isEqualTo("3 actions");
    }

    @Test
    void shouldFindByNameWhateverItsCase() {
        open();

        console.type(SEARCH, "DIRECT");

        console.awaitNames("Find in directory");
        assertThat(console.find(".count").getText()).isEqualTo("1 of 3 actions");
        assertThat(console.seen(".grip")).isEmpty();
    }

    @Test
    void shouldSayThatNothingFitsAndShowAllAgain() {
        open();
        console.type(SEARCH, "nothing like it");
        console.awaitText("console-action-list .empty", "No action matches these filters.");

        console.click("console-action-list .empty .button");

        console.awaitNames("Create ticket", "Find in directory", "Add note");
        assertThat(console.find(SEARCH).getAttribute("value")).isEmpty();
    }

    @Test
    void shouldFilterByTypeAndState() {
        Api.as(manager()).body(Map.of("is_active", false)).put(ACTIONS + "/{id}", note);
        open();
        console.awaitNames("Create ticket", "Find in directory", "Add note");

        filter("type", "Link");
        console.awaitNames("Find in directory");
        filter("type", "All types");
        filter("activity", "Inactive");

        console.awaitNames("Add note");
        filter("activity", "Active");
        console.awaitNames("Create ticket", "Find in directory");
    }

    @Test
    void shouldSortByNameAndByAge() {
        open();
        console.awaitNames("Create ticket", "Find in directory", "Add note");

        filter("sort", "Name");
        console.awaitNames("Add note", "Create ticket", "Find in directory");
        filter("sort", "Newest");

        console.awaitNames("Add note", "Find in directory", "Create ticket");
    }

    @Test
    void shouldMoveAnActionByKeys() {
        open();
        console.awaitNames("Create ticket", "Find in directory", "Add note");
        console.script("arguments[0].focus()", grip(note));

        press(Keys.SPACE, Keys.ARROW_UP, Keys.ARROW_UP, Keys.ARROW_UP, Keys.SPACE);

        console.awaitNames("Add note", "Create ticket", "Find in directory");
        awaitStoredOrder(note, ticket, directory);
        assertThat(console.calls("PUT", ACTIONS + "/order")).hasSize(1);
        assertThat(console.script("return document.querySelector('[data-announcement]').textContent"))
                .isEqualTo("Add note is now at position 1 of 3");
        await().until(() ->
                "Move Add note".equals(console.script("return document.activeElement.getAttribute('aria-label')")));
    }

    @Test
    void shouldLeaveAnActionWhereItWasOnEscape() {
        open();
        console.awaitNames("Create ticket", "Find in directory", "Add note");
        console.script("arguments[0].focus()", grip(note));
        press(Keys.SPACE, Keys.ARROW_UP);
        console.awaitNames("Create ticket", "Add note", "Find in directory");

        press(Keys.ESCAPE);

        console.awaitNames("Create ticket", "Find in directory", "Add note");
        assertThat(console.calls("PUT", ACTIONS + "/order")).isEmpty();
    }

    @Test
    void shouldMoveAnActionByDragging() {
        open();
        console.awaitNames("Create ticket", "Find in directory", "Add note");

        new Actions(browser)
                .clickAndHold(grip(ticket))
                .moveByOffset(0, 20)
                .moveToElement(grip(note), 0, 10)
                .perform();
        assertThat(console.find("[data-drop=after]").getAttribute("data-row")).isEqualTo(note.toString());
        new Actions(browser).release().perform();

        console.awaitNames("Find in directory", "Add note", "Create ticket");
        awaitStoredOrder(directory, note, ticket);
    }

    @Test
    void shouldShowTheOrderThatTheServiceHasWhereItRefusesAnother() {
        open();
        console.awaitNames("Create ticket", "Find in directory", "Add note");
        Api.as(manager()).delete(ACTIONS + "/{id}", directory).then().statusCode(200);
        console.script("arguments[0].focus()", grip(note));

        press(Keys.SPACE, Keys.ARROW_UP, Keys.SPACE);

        console.awaitNotice("Custom action not found");
        console.awaitNames("Create ticket", "Add note");
    }

    @Test
    void shouldKeepTheChosenActionInTheAddress() {
        open();
        console.openRow("Find in directory");
        console.awaitText(".page-title", "Find in directory");
        assertThat(console.query()).isEqualTo("?action=" + directory);

        console.reload();

        console.awaitText(".page-title", "Find in directory");
        browser.navigate().back();
        console.awaitGone(".page-title");
        assertThat(console.query()).isEmpty();
    }

    @Test
    void shouldSayThatAnActionIsNotThere() {
        open(UUID.randomUUID());

        console.awaitText(".page .empty", "This action does not exist or has been deleted.");
    }

    @Test
    void shouldShowMarkupAsTheTextThatItIs() {
        var markup = "<img src=x onerror=\"document.title='run'\">";
        var action = buttons.script(markup, "return {}");

        open(action);

        console.awaitText(".page-title", markup);
        assertThat(console.names()).contains(markup);
        assertThat(console.seen("img")).isEmpty();
        assertThat(browser.getTitle()).isEqualTo(markup + " – Custom actions");
        stored().body("data.custom_actions.name", contains("Create ticket", "Find in directory", "Add note", markup));
    }
}
