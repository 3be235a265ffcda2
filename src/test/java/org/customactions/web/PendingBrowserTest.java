package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agent learns of clicks that the service does in the background. */
@Full
@QuarkusTest
class PendingBrowserTest extends ChatTest {

    private final BackgroundButtons background = new BackgroundButtons(buttons);

    @BeforeEach
    void preparePageOfTheUpstream() {
        ServiceResource.receiver()
                .server()
                .stubFor(get("/page").willReturn(ok("<title>Page</title>").withHeader("Content-Type", "text/html")));
    }

    @Test
    void shouldTellThatAClickIsUnderWayAndThenWhatCameOfIt() {
        BackgroundButtons.answer(503, "");
        var action = background.webhook("Create ticket", Map.of("toast", "Ticket #{{response.id}} created"));
        open();

        page.button("Create ticket").click();

        page.awaitToast("info", "Create ticket is under way");
        assertThat(page.button("Create ticket").getAttribute("aria-busy")).isNull();
        background.awaitFirstAttempts(1);
        assertThat(stages()).containsExactly("actions-loaded", "action-started", "action-notice", "action-pending");
        arrive();
        page.awaitToast("success", "Ticket #7 created");
        assertThat(page.awaitEvents(1))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("name", "action-executed")
                        .containsEntry("actionId", action.toString())
                        .containsEntry("actionName", "Create ticket")
                        .containsEntry("contactId", contact.toString()));
    }

    @Test
    void shouldTellOfAFailureInTheBackground() {
        BackgroundButtons.answer(404, "");
        background.webhook("Create ticket", Map.of());
        open();

        page.button("Create ticket").click();

        page.awaitToast("error", "The other system answered with an error.");
        assertThat(page.text(".toast.error .title")).isEqualTo("Create ticket");
        assertThat(page.parts(".again")).isEmpty();
        assertThat(page.awaitEvents(1))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("name", "action-failed")
                        .containsEntry("message", "Webhook returned status 404 Not Found"));
    }

    @Test
    void shouldOfferLinkAndTextOnceTheClickIsLongPast() {
        clickWhatFailsAtFirst();
        wait(6_000);

        arrive();

        page.awaitToast("success", "created");
        page.awaitToast("info", "Copy this text");
        assertNothingTouched();
        page.part(".by-hand .button").click();
        page.awaitToast("success", "Copied to the clipboard");
        assertThat(clipboard()).isEqualTo("T-7");
        // As after the redirect's own time.
        ServiceResource.database().execute("delete from redirect_tokens");
        wait(30_000);
        page.part(".link").click();
        await().until(() -> ServiceResource.receiver().requests("/page").size() == 1);
        assertThat(browser.getWindowHandles()).hasSize(2);
    }

    @Test
    void shouldCopyAndOpenAtOnceWhileTheClickIsRecent() {
        BackgroundButtons.answer(200, "{}");
        background.webhook("Create ticket", result());
        open();
        // However slow this machine is.
        page.script("const clicked = Date.now(); Date.now = () => clicked");

        page.button("Create ticket").click();

        page.awaitToast("success", "created");
        await().until(() ->
                browser.getWindowHandles().size() == 2 || !page.parts(".link").isEmpty());
        // Only a page that is in front may read it.
        browser.executeCdpCommand("Page.bringToFront", Map.of());
        assertThat(clipboard()).isEqualTo("T-7");
    }

    @Test
    void shouldNameTheActionOnceAnotherContactIsShownAndTouchNothing() {
        clickWhatFailsAtFirst();
        page.script(
                "const element = document.querySelector('custom-actions');"
                        + "element.contactId = arguments[0];"
                        + "return element.updateComplete",
                buttons.contact("Grace").toString());

        arrive();

        page.awaitToast("success", "created");
        assertThat(page.text(".toast .title")).isEqualTo("Create ticket, for another contact");
        assertThat(page.parts(".by-hand, .link")).isEmpty();
        assertThat(page.awaitEvents(1))
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("contactId", contact.toString()));
        assertNothingTouched();
    }

    @Test
    void shouldGoOnAfterTheElementWasMovedAndHasAnotherToken() {
        var user = UUID.randomUUID().toString();
        clickWhatFailsAtFirst(token(user));
        page.script(
                "const element = document.querySelector('custom-actions');"
                        + "element.remove();"
                        + "element.token = arguments[0];"
                        + "document.body.append(element);"
                        + "return element.updateComplete",
                token(user));

        arrive();

        page.awaitToast("success", "created");
        assertThat(page.awaitEvents(1)).hasSize(1);
    }

    /** They are none of theirs. */
    @Test
    void shouldAskNoMoreOnceSomebodyElseIsThere() {
        clickWhatFailsAtFirst();
        page.script(
                "const element = document.querySelector('custom-actions');"
                        + "element.token = arguments[0];"
                        + "return element.updateComplete",
                buttons.agent());

        await().until(() -> !states(404).isEmpty());
        page.script("document.querySelector('custom-actions').token = arguments[0]", buttons.agent());
        arrive();
        background.awaitEnded(1);

        await().during(Duration.ofSeconds(3)).until(() -> states(404).size() == 1);
        assertThat(page.toasts()).isSubsetOf("info: Create ticket is under way");
        assertThat(page.parts(".by-hand, .link")).isEmpty();
    }

    private String token(String user) {
        return Tokens.agent(buttons.organization()).claim("sub", user).sign();
    }

    private static Map<String, Object> result() {
        return Map.of(
                "toast",
                "created",
                "clipboard",
                "T-7",
                "url",
                ServiceResource.receiver().url("/page"));
    }

    private void clickWhatFailsAtFirst() {
        clickWhatFailsAtFirst(buttons.agent());
    }

    private void clickWhatFailsAtFirst(String token) {
        BackgroundButtons.answer(503, "");
        background.webhook("Create ticket", result());
        open(Map.of("data-token", token), "");
        page.button("Create ticket");
        page.script("return navigator.clipboard.writeText('before')");
        page.button("Create ticket").click();
        page.awaitToast("info", "Create ticket is under way");
        background.awaitFirstAttempts(1);
    }

    /** The upstream is back, and the next attempt reaches it. */
    private void arrive() {
        BackgroundButtons.answer(200, "{\"id\":7}");
        background.hurry();
    }

    /** Makes the page believe that so many milliseconds have passed. */
    private void wait(int milliseconds) {
        page.script("const now = Date.now; const passed = arguments[0]; Date.now = () => now() + passed", milliseconds);
    }

    private List<Integer> states(int status) {
        return page.gateway().server().getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().endsWith("/state"))
                .map(event -> event.getResponse().getStatus())
                .filter(found -> found == status)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<String> stages() {
        return (List<String>) page.script("return globalThis.stages.map(({ name }) => name)");
    }

    private void assertNothingTouched() {
        assertThat(clipboard()).isEqualTo("before");
        assertThat(browser.getWindowHandles()).hasSize(1);
    }
}
