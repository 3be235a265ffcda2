package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The buttons in a page that has styles, dialogs, notices, a language and documents of its own. */
@QuarkusTest
class EmbeddingBrowserTest extends ChatTest {

    private static final String ELEMENT = "const element = document.querySelector('custom-actions');";

    private static final String BACKGROUND =
            "return getComputedStyle(%s.shadowRoot.querySelector('[data-action]')).backgroundColor";

    private void note() {
        buttons.script("Note", "return { toast: { message: 'noted', type: 'info' } }");
    }

    /** What pages hear of, in order. */
    @SuppressWarnings("unchecked")
    private List<String> stages() {
        return (List<String>) page.script("return globalThis.stages.map(({ name }) => name)");
    }

    @SuppressWarnings("unchecked")
    private List<String> warnings() {
        return (List<String>) page.script("return globalThis.warnings");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> notice() {
        await().until(() -> stages().contains("action-notice"));
        return (Map<String, Object>) page.script(
                "return JSON.parse(JSON.stringify(globalThis.stages.find(({ name }) => name === 'action-notice')))");
    }

    /** Another element of the page, for the same contact. */
    private void addElement() {
        page.script(ELEMENT + """
                const other = document.createElement('custom-actions');
                other.id = 'other';
                other.token = element.token;
                other.contactId = element.contactId;
                document.querySelector('main').append(other)""");
        await().until(() -> Boolean.TRUE.equals(page.script(
                "return document.querySelector('#other').shadowRoot.querySelector('[data-action]') !== null")));
    }

    private void click(String host) {
        page.script("document.querySelector('%s').shadowRoot.querySelector('[data-action]').click()".formatted(host));
    }

    private List<?> noticesOf(String host) {
        return (List<?>)
                page.script("return [...document.querySelector('%s').shadowRoot.querySelectorAll('.toast .message')]"
                                .formatted(host)
                        + ".map(({ textContent }) => textContent)");
    }

    @Test
    void shouldSpeakTheLanguageOfThePage() {
        ServiceResource.receiver()
                .server()
                .stubFor(post("/hook").willReturn(serverError().withBody("{}")));
        buttons.webhook("Ticket", ServiceResource.receiver().url("/hook"), Map.of());
        open(Map.of("data-token", buttons.agent(), "lang", "de-AT"), "");

        page.button("Ticket").click();

        page.awaitToast("error", "Das andere System hat mit einem Fehler geantwortet.");
        page.part(".details summary").click();
        await().until(() -> page.text(".details dd").startsWith("Webhook returned status 500"));
        page.script("document.querySelector('custom-actions').removeAttribute('lang');"
                + "document.documentElement.lang = 'ar'");
        await().until(() -> "التفاصيل".equals(page.text(".details summary")));
        assertThat(page.part(".toolbar").getAttribute("aria-label")).isEqualTo("الإجراءات");
        assertThat(page.part(".toolbar").getCssValue("direction")).isEqualTo("rtl");
        page.script("document.documentElement.dir = 'ltr'");
        await().until(() -> "ltr".equals(page.part(".toolbar").getCssValue("direction")));
    }

    @Test
    void shouldShareOnePlaceWithOtherElementsOfThePage() {
        note();
        open();
        page.button("Note");
        addElement();

        click("#other");
        await().until(() -> noticesOf("#other").size() == 1);
        page.button("Note").click();

        await().until(() -> noticesOf("#other").equals(List.of("noted", "noted")));
        assertThat(noticesOf("custom-actions")).isEmpty();
        page.script("document.querySelector('#other').remove()");
        await().until(() -> noticesOf("custom-actions").equals(List.of("noted")));
        assertThat(page.part(".toast").isDisplayed()).isTrue();
    }

    @Full
    @Test
    void shouldTellFromAnElementThatCanBeSeen() {
        note();
        open();
        page.button("Note");
        addElement();
        page.button("Note").click();
        await().until(() -> noticesOf("custom-actions").size() == 1);
        page.script(ELEMENT + "element.hidden = true");

        click("#other");

        await().until(() -> noticesOf("#other").size() == 2);
    }

    @Full
    @Test
    void shouldTakeNothingFromTheTextsOfThePage() {
        note();
        open(Map.of("data-token", buttons.agent()), "");
        var plain = looks();

        open(Map.of("data-token", buttons.agent()), "loud");

        assertThat(looks()).isEqualTo(plain);
    }

    private Object looks() {
        page.button("Note").click();
        page.awaitToast("info", "noted");
        return page.script(ELEMENT + """
                return ['.name', '.toast .message'].map((part) => {
                  const style = getComputedStyle(element.shadowRoot.querySelector(part));
                  return ['fontStyle', 'fontVariant', 'hyphens', 'letterSpacing', 'lineHeight', 'textAlign', 'textIndent',
                    'textShadow', 'textTransform', 'wordSpacing'].map((name) => style[name]);
                });""");
    }

    @Full
    @Test
    void shouldBeHiddenWithWhatIsAroundIt() {
        note();
        open();
        var button = page.button("Note");

        page.script("document.querySelector('main').style.visibility = 'hidden'");

        assertThat(button.isDisplayed()).isFalse();
    }

    @Full
    @Test
    void shouldTakeTheFocusAsSoonAsThereIsAButton() {
        note();
        open();
        page.button("Note");
        var focused = ELEMENT + "return element.shadowRoot.activeElement?.title";

        page.script(ELEMENT + "element.focus()");
        assertThat(page.script(focused)).isEqualTo("Note");

        page.script(ELEMENT + """
                const copy = element.cloneNode();
                copy.token = element.token;
                element.replaceWith(copy);
                copy.focus()""");
        await().until(() -> "Note".equals(page.script(focused)));
    }

    @Full
    @Test
    void shouldGoOnInAnotherDocument() {
        note();
        open();
        page.button("Note");
        var before = page.script(ELEMENT + BACKGROUND.formatted("element"));

        page.script(ELEMENT + """
                const frame = document.createElement('iframe');
                document.body.append(frame);
                globalThis.moved = element;
                frame.contentDocument.body.append(element)""");

        await().until(() -> page.script("return moved.shadowRoot.querySelector('[data-action]')?.title")
                .equals("Note"));
        assertThat(page.script(BACKGROUND.formatted("moved"))).isEqualTo(before);
        page.script("moved.shadowRoot.querySelector('[data-action]').click()");
        await().until(() ->
                "noted".equals(page.script("return moved.shadowRoot.querySelector('.toast .message')?.textContent")));
        assertThat(page.script("return moved.shadowRoot.querySelector('.toasts').matches(':popover-open')"))
                .isEqualTo(true);
    }

    @Full
    @Test
    void shouldBeReadAndUsedAboveAModalDialogOfThePage() {
        buttons.webhook("Ticket", "http://127.0.0.1:1/", Map.of());
        open();
        page.button("Ticket").click();
        page.awaitToast("error", "The other system cannot be reached.");

        page.script("""
                const dialog = document.createElement('dialog');
                dialog.append(document.createElement('input'));
                document.body.append(dialog);
                dialog.showModal()""");

        await().until(() -> !inDialog(".again").isEmpty());
        assertThat(page.toasts()).isEmpty();
        await().until(() -> inDialog("[role=alert] span").size() == 1);
        inDialog(".again").get(0).click();
        page.awaitEvents(2);
        await().until(() -> inDialog(".again").size() == 1);
        page.script("document.querySelector('dialog').close()");
        page.awaitToast("error", "The other system cannot be reached.");
        assertThat(browser.findElements(By.cssSelector("dialog > div"))).isEmpty();
    }

    @Full
    @Test
    void shouldNotCoverTheButtonsOfASheet() {
        emulate("light", 390, 844);
        buttons.webhook("Ticket", "http://127.0.0.1:1/", Map.of());
        buttons.action(
                "Refund", "ticket", "webhook", Map.of("url", "http://127.0.0.1:1/"), Map.of("confirmation", "Refund?"));
        open();
        page.button("Ticket").click();
        page.awaitToast("error", "The other system cannot be reached.");

        page.button("Refund").click();

        var run = page.part("[part~=dialog-run]");
        await().ignoreExceptions().until(() -> ownNotice().isDisplayed());
        var notice = ownNotice().getRect();
        assertThat(notice.getY() + notice.getHeight()).isLessThan(run.getRect().getY());
        run.click();
        page.awaitEvents(2);
    }

    private WebElement ownNotice() {
        return page.part("dialog > div").getShadowRoot().findElement(By.cssSelector(".toast"));
    }

    private List<WebElement> inDialog(String selector) {
        return browser.findElements(By.cssSelector("dialog > div")).stream()
                .flatMap(host -> host.getShadowRoot().findElements(By.cssSelector(selector)).stream())
                .toList();
    }

    @Full
    @Test
    void shouldLeaveNoticesToAPageThatShowsThemItself() {
        buttons.webhook("Ticket", "http://127.0.0.1:1/", Map.of());
        open(Map.of("data-token", buttons.agent(), "notify", "off"), "");

        page.button("Ticket").click();

        assertThat(notice())
                .containsEntry("type", "error")
                .containsEntry("title", "Ticket")
                .containsEntry("message", "The other system cannot be reached.");
        assertThat(page.toasts()).isEmpty();
        page.script("globalThis.stages.find(({ remedy }) => remedy).remedy.run()");
        page.awaitEvents(2);
    }

    @Full
    @Test
    void shouldTellThePageOfEveryStage() {
        ServiceResource.receiver().server().stubFor(post("/hook").willReturn(okJson("{}")));
        buttons.action(
                "Ticket",
                "ticket",
                "webhook",
                Map.of("url", ServiceResource.receiver().url("/hook")),
                Map.of("confirmation", "Sure?"));
        open();

        page.button("Ticket").click();
        page.part("[part~=dialog-cancel]").click();
        await().until(() -> stages().contains("action-cancelled"));
        page.button("Ticket").click();
        page.part("[type=submit]").click();
        page.awaitEvents(1);

        assertThat(stages())
                .containsExactly(
                        "actions-loaded",
                        "action-asked",
                        "action-cancelled",
                        "action-asked",
                        "action-started",
                        "action-notice",
                        "action-executed");
        page.script("document.body.addEventListener('action-started', (event) => event.preventDefault())");
        page.button("Ticket").click();
        page.part("[type=submit]").click();
        await().until(() -> stages().lastIndexOf("action-started") == stages().size() - 1);
        assertThat(ServiceResource.receiver().requests("/hook")).hasSize(1);
        assertThat(page.button("Ticket").getAttribute("aria-busy")).isNull();
    }

    @Full
    @ParameterizedTest
    @CsvSource({
        "'', the service does not know who the agent is",
        "data-tokens=abc, the service refuses the token",
        "base-url=ftp://x, \"base-url\" is no HTTP address",
        "context=[1], the attribute \"context\" is no JSON object"
    })
    void shouldTellTheDeveloperWhatIsMissing(String attributes, String warning) {
        note();
        open(
                Arrays.stream(attributes.split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(text -> text.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])),
                "");

        await().until(() -> warnings().stream().anyMatch(text -> text.contains(warning)));
    }

    @Full
    @Test
    void shouldTellTheDeveloperThatThereIsNoContact() {
        open();
        page.script(ELEMENT + "element.replaceWith(document.createElement('custom-actions'))");

        await().until(() -> warnings().stream().anyMatch(text -> text.contains("nothing is shown without a contact")));
    }

    @Full
    @Test
    void shouldCutTheFirstButtonRatherThanHideAll() {
        buttons.script("A name that takes more room", "return {}");
        note();

        open(Map.of("data-token", buttons.agent()), "tiny");

        await().until(() -> page.buttons().equals(List.of("A name that takes more room", "More actions")));
        page.script("document.querySelector('.tiny').className = 'narrow'");
        await().until(() -> page.part(".toolbar .button").getSize().width > 150);
        page.script("document.querySelector('.narrow').className = ''");
        await().until(() -> page.buttons().size() == 2 && page.buttons().contains("Note"));
    }
}
