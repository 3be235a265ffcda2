package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.customactions.support.Receiver;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.interactions.Actions;

/** What a click of each kind does to the page, the clipboard and the tabs. */
@QuarkusTest
class ClickBrowserTest extends ChatTest {

    private Receiver receiver;

    @BeforeEach
    void prepareReceiver() {
        receiver = ServiceResource.receiver();
        receiver.server()
                .stubFor(get("/page").willReturn(ok("<title>Page</title>").withHeader("Content-Type", "text/html")));
    }

    @Test
    void shouldCallAWebhookOnceHoweverFastItIsClickedAndShowItsToast() {
        receiver.server().stubFor(post("/hook").willReturn(okJson("{\"id\":7}").withFixedDelay(4000)));
        var action = buttons.webhook(
                "Create ticket",
                receiver.url("/hook"),
                Map.of("result", Map.of("toast", "Ticket #{{response.id}} created")));
        open();
        var button = page.button("Create ticket");

        new Actions(browser).doubleClick(button).click(button).perform();

        assertThat(button.getAttribute("aria-busy")).isEqualTo("true");
        page.awaitToast("success", "Ticket #7 created");
        assertThat(receiver.requests("/hook")).hasSize(1);
        assertThat(button.getAttribute("aria-busy")).isNull();
        assertThat(page.awaitEvents(1))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("name", "action-executed")
                        .containsEntry("actionId", action.toString())
                        .containsEntry("actionName", "Create ticket")
                        .containsEntry("contactId", contact.toString()));
    }

    @Full
    @Test
    void shouldSendAKeyWithEachClickThatNoOtherHas() {
        var action = buttons.script("Note", "return { toast: { message: 'noted', type: 'info' } }");
        open();

        page.button("Note").click();
        page.awaitEvents(1);
        page.button("Note").click();
        page.awaitEvents(2);

        var keys = page.gateway().requests("/api/custom-actions/" + action + "/execute").stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .toList();
        assertThat(keys).hasSize(2).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f-]{36}"));
    }

    /** As on pages that were not loaded over HTTPS. */
    @Full
    @Test
    void shouldMakeAKeyWithoutTheBrowsersHelp() {
        var action = buttons.script("Note", "return {}");
        open();
        var button = page.button("Note");
        page.script("crypto.randomUUID = undefined");

        button.click();

        page.awaitEvents(1);
        assertThat(page.gateway().requests("/api/custom-actions/" + action + "/execute"))
                .singleElement()
                .satisfies(request -> assertThat(request.getHeader("Idempotency-Key"))
                        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void shouldReportAFailedAction() {
        receiver.server().stubFor(post("/hook").willReturn(serverError().withBody("{\"error\":\"No such plan\"}")));
        buttons.webhook("Create ticket", receiver.url("/hook"), Map.of());
        open();

        page.button("Create ticket").click();

        page.awaitToast("error", "The other system answered with an error.");
        assertThat(page.awaitEvents(1))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("name", "action-failed")
                        .containsEntry("message", "Webhook returned status 500 Server Error"));
        assertThat(page.text(".toast .title")).isEqualTo("Create ticket");
        assertThat(page.parts(".again")).isEmpty();
        page.part(".details summary").click();
        await().until(() -> "No such plan".equals(page.text(".details .answer")));
        assertThat(page.text(".details dd")).isEqualTo("Webhook returned status 500 Server Error");
        page.part(".copy-id").click();
        page.awaitToast("success", "Copied to the clipboard");
        assertThat(clipboard()).matches("[0-9a-f-]{36}");
    }

    @Test
    void shouldRunAgainByANewKeyWhatHadNoEffect() {
        var action = buttons.webhook("Create ticket", "http://127.0.0.1:1/", Map.of());
        open();

        page.button("Create ticket").click();
        page.part(".again").click();

        page.awaitEvents(2);
        var keys = page.gateway().requests("/api/custom-actions/" + action + "/execute").stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .toList();
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void shouldWriteTheClipboard() {
        buttons.script("Copy", "return { clipboard: 'Ada\\n<b>+1</b>', toast: { message: 'Copied', type: 'info' } }");
        open();

        page.button("Copy").click();

        page.awaitToast("info", "Copied");
        assertThat(clipboard()).isEqualTo("Ada\n<b>+1</b>");
    }

    @Full
    @Test
    void shouldWriteTheClipboardBySelectionWhereTheBrowserHasNoOtherWay() {
        buttons.script("Copy", "return { clipboard: 'by selection' }");
        open();
        var button = page.button("Copy");
        page.script("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))");

        button.click();

        page.awaitToast("success", "Action completed");
        assertThat(clipboard()).isEqualTo("by selection");
        assertThat(page.script("return document.activeElement.tagName")).isEqualTo("CUSTOM-ACTIONS");
    }

    @Full
    @Test
    void shouldOfferTheTextIfTheBrowserRefusesTheClipboard() {
        buttons.script("Copy", "return { clipboard: 'by hand' }");
        open();
        var button = page.button("Copy");
        page.script("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));"
                + "document.execCommand = () => false");

        button.click();

        page.awaitToast("warning", "Copy this text");
        assertThat(page.part(".field").getDomProperty("value")).isEqualTo("by hand");
        page.script("delete navigator.clipboard.writeText");
        page.part(".by-hand .button").click();
        page.awaitToast("success", "Copied to the clipboard");
        assertThat(clipboard()).isEqualTo("by hand");
    }

    @Test
    void shouldOpenALinkInANewTabThatCannotReachBack() {
        buttons.link("Directory", receiver.url("/page?who={{contact.name}}"), true);
        open();
        var chat = browser.getWindowHandle();

        page.button("Directory").click();

        await().until(() -> browser.getWindowHandles().size() == 2);
        switchToOtherTab();
        await().until(() -> browser.getCurrentUrl().equals(receiver.url("/page?who=Ada")));
        assertThat(page.script("return window.opener")).isNull();
        browser.switchTo().window(chat);
        assertThat(page.toasts()).isEmpty();
    }

    @Full
    @Test
    void shouldOpenALinkInTheSameTabIfConfigured() {
        buttons.link("Directory", receiver.url("/page"), false);
        open();

        page.button("Directory").click();

        await().until(() -> browser.getCurrentUrl().equals(receiver.url("/page")));
        assertThat(browser.getWindowHandles()).hasSize(1);
    }

    /** Run by the page, not by a click: then browsers open no tab. */
    @Full
    @Test
    void shouldOfferALinkIfTheTabWasBlocked() {
        var action = buttons.link("Directory", receiver.url("/page"), true);

        open(Map.of("data-token", buttons.agent(), "data-run", action.toString()), "");

        page.awaitToast("warning", "The browser blocked the new tab");
        assertThat(browser.getWindowHandles()).hasSize(1);
        var link = page.part(".link");
        assertThat(link.getAttribute("rel")).contains("noopener");
        // As after the redirect's own time.
        ServiceResource.database().execute("delete from redirect_tokens");
        var chat = browser.getWindowHandle();
        link.click();
        await().until(() -> receiver.requests("/page").size() == 1);
        assertThat(page.gateway().requests("/api/custom-actions/" + action + "/execute"))
                .hasSize(1);
        switchToOtherTab();
        assertThat(page.script("return window.opener")).isNull();
        browser.switchTo().window(chat);
        assertThat(page.toasts()).isEmpty();
    }

    /** A service that was taken over, or another one that answers at its address. */
    @Full
    @Test
    void shouldOpenNothingButWebPages() {
        var action = buttons.script("Note", "return {}");
        page.gateway()
                .server()
                .stubFor(post("/api/custom-actions/" + action + "/execute").willReturn(okJson("""
                {"status":"success","data":{"success":true,"message":"x","redirect_url":"javascript:alert(1)",\
                "open_in_new_tab":false}}""")));
        open();

        page.button("Note").click();

        page.awaitToast("error", "The action returned an address that cannot be opened");
        assertThat(browser.findElements(By.tagName("custom-actions"))).hasSize(1);
    }

    @Full
    @Test
    void shouldTellHowAClickEndedOnceAnotherContactIsShownAndTouchNothing() {
        clickWhatTakesItsTime();

        show(buttons.contact("Grace"));

        await().until(() -> page.button("Create ticket").getAttribute("aria-busy") == null);
        page.awaitToast("success", "created");
        assertThat(page.text(".toast .title")).isEqualTo("Create ticket, for another contact");
        assertThat(page.awaitEvents(1))
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("contactId", contact.toString()));
        assertNothingTouched();
    }

    @Full
    @Test
    void shouldNotRunAnActionTwiceWhenItsContactIsShownAgain() {
        clickWhatTakesItsTime();

        show(buttons.contact("Grace"));
        show(contact);
        page.button("Create ticket").click();

        page.awaitToast("success", "created");
        assertThat(receiver.requests("/hook")).hasSize(1);
    }

    @Full
    @Test
    void shouldShowNothingOfAClickOnceTheElementIsTakenAway() {
        clickWhatTakesItsTime();

        page.script("const element = document.querySelector('custom-actions');"
                + "element.addEventListener('action-executed', () => globalThis.events.push({}));"
                + "element.remove()");

        page.awaitEvents(1);
        assertThat(page.toasts()).isEmpty();
        assertNothingTouched();
    }

    private void clickWhatTakesItsTime() {
        receiver.server().stubFor(post("/hook").willReturn(okJson("{}").withFixedDelay(1500)));
        buttons.webhook(
                "Create ticket",
                receiver.url("/hook"),
                Map.of("result", Map.of("toast", "created", "clipboard", "late", "url", receiver.url("/page"))));
        open();
        page.script("return navigator.clipboard.writeText('before')");
        page.button("Create ticket").click();
        await().until(() -> receiver.requests("/hook").size() == 1);
    }

    private void show(UUID shown) {
        page.script(
                "const element = document.querySelector('custom-actions');"
                        + "element.contactId = arguments[0];"
                        + "return element.updateComplete",
                shown.toString());
    }

    private void assertNothingTouched() {
        assertThat(clipboard()).isEqualTo("before");
        assertThat(browser.getWindowHandles()).hasSize(1);
    }
}
