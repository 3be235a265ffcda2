package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What is done with an action that there is: on and off, away, tried, and looked back on. */
@QuarkusTest
class ConsoleActionBrowserTest extends ConsoleTest {

    private static final String SWITCH = ".switch";
    private static final String CONTACT = "console-trial-pane [role=combobox]";
    private static final String OUTCOME = "[data-outcome]";

    private UUID note() {
        return buttons.script("Note", "return { toast: { message: 'noted', type: 'info' }, clipboard: contact.name }");
    }

    private void openPart(UUID action, String part) {
        console.open(manager(), "?action=" + action + "&tab=" + part);
    }

    private void chooseContact(String typed, UUID contact) {
        console.type(CONTACT, typed);
        console.click("console-trial-pane [data-contact='%s']".formatted(contact));
    }

    @Full
    @Test
    void shouldSwitchAnActionOffAndOnWithoutTouchingTheForm() {
        var action = note();
        open(action);
        console.type(field("name"), "Typed meanwhile");

        console.click(SWITCH);

        console.awaitText(".row", "Inactive");
        stored(action).body("data.is_active", is(false)).body("data.name", is("Note"));
        assertThat(console.find(SWITCH).getAttribute("aria-checked")).isEqualTo("false");
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Typed meanwhile");
        console.click(SWITCH);
        await().until(() -> console.find(SWITCH).getAttribute("aria-checked").equals("true"));
    }

    @Full
    @Test
    void shouldDeleteAnActionOnceThatIsConfirmed() {
        var action = note();
        var other = buttons.script("Other", "return {}");
        open(action);
        console.click("[data-delete]");
        console.awaitText("dialog[open]", "Delete “Note”?");

        console.click("dialog[open] [data-go]");

        console.awaitNotice("Note was deleted");
        console.awaitNames("Other");
        Api.as(manager()).get(ACTIONS + "/{id}", action).then().statusCode(404);
        stored(other);
        assertThat(console.query()).isEmpty();
    }

    @Full
    @Test
    void shouldKeepAnActionWhereTheQuestionIsLeft() {
        var action = note();
        open(action);
        console.script("document.querySelector('[data-delete]').focus()", console.find("[data-delete]"));
        press(Keys.ENTER);
        console.find("dialog[open] [data-stay]");

        press(Keys.ESCAPE);

        console.awaitGone("dialog[open]");
        stored(action);
        assertThat(console.script("return document.activeElement.getAttribute('aria-label')"))
                .isEqualTo("Delete Note");
    }

    @Test
    void shouldTryAnActionOnAContactAsAClickDoes() {
        var ada = buttons.contact("Ada");
        buttons.contact("Grace");
        openPart(note(), "try");
        chooseContact("ad", ada);

        console.click("[data-run]");

        console.awaitNotice("noted");
        console.awaitText(OUTCOME, "JavaScript action executed");
        console.awaitText(OUTCOME, "Ada");
        assertThat(clipboard()).isEqualTo("Ada");
    }

    @Full
    @Test
    void shouldChooseAContactByKeys() {
        buttons.contact("Ada");
        openPart(note(), "try");
        console.click(CONTACT);
        console.find("console-trial-pane [role=option]");

        press(Keys.ARROW_DOWN, Keys.ENTER);

        assertThat(console.find(CONTACT).getAttribute("value")).isEqualTo("Ada");
        assertThat(console.find("[data-run]").isEnabled()).isTrue();
    }

    /** Enter takes what is written in Japanese, say, and not the first contact. */
    @Full
    @Test
    void shouldLeaveKeysToAnInputMethod() {
        buttons.contact("Ada");
        openPart(note(), "try");
        console.click(CONTACT);
        console.find("console-trial-pane [role=option]");

        pressEnter(true);

        assertThat(console.seen("console-trial-pane [role=option]")).hasSize(1);
        pressEnter(false);
        await().until(() -> console.find(CONTACT).getAttribute("value").equals("Ada"));
    }

    private void pressEnter(boolean isComposing) {
        console.script(
                "arguments[0].dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', isComposing: arguments[1], bubbles: true, cancelable: true }))",
                console.find(CONTACT),
                isComposing);
    }

    /** As where contacts are asked of a chat platform that has no search for the service. */
    @Full
    @Test
    void shouldTakeTheIdOfAContactWhereNoneCanBeSearched() {
        var ada = buttons.contact("Ada");
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo("/api/contacts"))
                        .willReturn(jsonResponse(
                                "{\"status\":\"error\",\"message\":\"Contacts cannot be searched here\","
                                        + "\"error_type\":\"not_found\"}",
                                404)));
        openPart(note(), "try");
        console.click(CONTACT);
        console.awaitText("console-trial-pane", "Contacts cannot be searched here; type the id of one");
        console.type(CONTACT, "ada");
        console.awaitText("console-trial-pane", "No contact has this id");
        chooseContact(ada.toString(), ada);

        console.click("[data-run]");

        console.awaitText(OUTCOME, "JavaScript action executed");
        assertThat(clipboard()).isEqualTo("Ada");
        assertThat(console.calls("GET", "/api/contacts")).hasSize(1);
    }

    @Full
    @Test
    void shouldOpenThePageOfALinkInATabOfItsOwn() {
        var receiver = ServiceResource.receiver();
        receiver.server().stubFor(get("/page").willReturn(okJson("{}")));
        var ada = buttons.contact("Ada");
        openPart(buttons.link("Find", receiver.url("/page"), false), "try");
        chooseContact("Ada", ada);

        console.click("[data-run]");

        await().until(() -> receiver.requests("/page").size() == 1);
        assertThat(browser.getWindowHandles()).hasSize(2);
        console.awaitText(".page-title", "Find");
    }

    @Full
    @Test
    void shouldShowWhatAnUpstreamAnswered() {
        var receiver = ServiceResource.receiver();
        receiver.server()
                .stubFor(
                        post("/hook").willReturn(okJson("{\"reason\":\"full\"}").withStatus(409)));
        var ada = buttons.contact("Ada");
        openPart(buttons.webhook("Create ticket", receiver.url("/hook"), Map.of()), "try");
        chooseContact("Ada", ada);

        console.click("[data-run]");

        console.awaitText(OUTCOME, "Webhook returned status 409 Conflict");
        console.awaitText(OUTCOME, "\"reason\": \"full\"");
    }

    @Test
    void shouldShowTheHistoryPageAfterPage() {
        var action = note();
        var ada = buttons.contact("Ada");
        IntStream.range(0, 51)
                .forEach(click -> Api.execute(buttons.agent(), action, ada).statusCode(200));
        openPart(action, "history");
        console.awaitText(".runs", "for Ada");
        assertThat(console.find(".run-whom [title]").getAttribute("title")).isEqualTo(ada.toString());
        assertThat(console.seen("[data-execution]")).hasSize(50);

        console.click("[data-more]");

        await().until(() -> console.seen("[data-execution]").size() == 51);
        console.awaitGone("[data-more]");
        assertThat(console.find(".run").getText()).startsWith("Done");
    }

    @Full
    @Test
    void shouldSayThatAContactIsDeleted() {
        var action = note();
        var ada = buttons.contact("Ada");
        Api.execute(buttons.agent(), action, ada).statusCode(200);
        Api.as(Tokens.manager(buttons.organization()).sign())
                .delete("/api/contacts/{id}", ada)
                .then()
                .statusCode(200);

        openPart(action, "history");

        console.awaitText(".run-whom", "a deleted contact");
        assertThat(console.find(".run-whom .gone").getAttribute("title")).isEqualTo(ada.toString());
    }

    @Full
    @Test
    void shouldShowWhoChangedTheAction() {
        var action = note();
        Api.as(Tokens.manager(buttons.organization()).claim("name", "Robin <b>").sign())
                .body(Map.of("name", "Renamed"))
                .put(ACTIONS + "/{id}", action)
                .then()
                .statusCode(200);

        openPart(action, "changes");

        console.awaitText(".entry", "Robin <b> changed it");
        assertThat(console.find(".entry [data-changed=name]").getText()).contains("Name", "Note", "Renamed");
        assertThat(console.seen(".entry"))
                .hasSize(2)
                .last()
                .satisfies(entry -> assertThat(entry.getText()).contains("created it"));
    }

    @Full
    @Test
    void shouldSayThatThereIsNoRecordOfChangesWhereTheServiceKeepsNone() {
        var action = note();
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo(ACTIONS + "/" + action + "/changes"))
                        .willReturn(
                                okJson("{\"status\":\"error\",\"message\":\"Not found\",\"error_type\":\"not_found\"}")
                                        .withStatus(404)));

        openPart(action, "changes");

        console.awaitText("console-change-history", "No changes have been recorded.");
    }

    @Full
    @Test
    void shouldMoveAlongThePartsByKeys() {
        open(note());
        console.click("#tab-settings");

        press(Keys.ARROW_RIGHT, Keys.ENTER);

        console.find("console-trial-pane");
        assertThat(console.find("#tab-try").getAttribute("aria-selected")).isEqualTo("true");
        assertThat(console.query()).endsWith("&tab=try");
    }
}
