package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import org.customactions.support.Receiver;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The console in a browser, behind a gateway that hands everything on to the service and can be told to fail. */
final class ConsoleWindow implements AutoCloseable {

    private final ChromeDriver browser;
    private final Receiver gateway = Receiver.start();
    private final List<String> faultsBefore = new ArrayList<>();

    ConsoleWindow(ChromeDriver browser) {
        this.browser = browser;
        restore();
    }

    /** Opens the page as somebody with a token, such as with {@code ?action=…}. */
    void open(String token, String query) {
        keepFaults();
        browser.get(gateway.url("/console/" + query + "#token=" + token));
    }

    /** Opens the page without a token. */
    void openSignedOut() {
        keepFaults();
        browser.get(gateway.url("/console/"));
    }

    void reload() {
        keepFaults();
        browser.navigate().refresh();
    }

    /** The query of the address. */
    String query() {
        return (String) script("return location.search");
    }

    Receiver gateway() {
        return gateway;
    }

    /** Every call of the API is answered with this from now on. */
    void answerCallsWith(ResponseDefinitionBuilder answer) {
        gateway.server().stubFor(any(urlPathMatching("/api/.*")).willReturn(answer));
    }

    /** Ends all failures. */
    void restore() {
        gateway.server().resetMappings();
        gateway.handOnTo(RestAssured.baseURI + ":" + RestAssured.port);
    }

    /** The requests of a method to a path, oldest first. */
    List<LoggedRequest> calls(String method, String path) {
        return gateway.requests(path).stream()
                .filter(request -> request.getMethod().getName().equals(method))
                .toList();
    }

    /** Waits until as many requests were made. */
    void awaitCalls(String method, String path, int count) {
        await().until(() -> calls(method, path).size() == count);
    }

    /** An element that can be seen, once it is there. */
    WebElement find(String selector) {
        return await().ignoreExceptions()
                .until(() -> seen(selector), found -> !found.isEmpty())
                .get(0);
    }

    /** The elements that can be seen now. */
    List<WebElement> seen(String selector) {
        return browser.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    /** Once more if the page puts another element there meanwhile: then nothing was clicked. */
    void click(String selector) {
        await().until(() -> {
            var element = find(selector);
            script("arguments[0].scrollIntoView({ block: 'center' })", element);
            element.click();
            return true;
        });
    }

    /** Replaces what a field holds. */
    void type(String selector, String text) {
        click(selector);
        find(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"), text.isEmpty() ? Keys.DELETE : text);
    }

    /** The field of a form, by the service's name for it. */
    static String field(String path) {
        return "[data-field='%s'] input".formatted(path);
    }

    /** The code in an editor's field. */
    WebElement code(String path) {
        var editor = find("[data-field='%s'] console-code-editor".formatted(path));
        script("arguments[0].scrollIntoView({ block: 'center' })", editor);
        await().ignoreExceptions().until(() -> contentOf(editor).isDisplayed());
        return contentOf(editor);
    }

    private static WebElement contentOf(WebElement editor) {
        return editor.getShadowRoot().findElement(By.cssSelector(".cm-content"));
    }

    void typeCode(String path, String text) {
        var code = code(path);
        code.click();
        code.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /** Chooses one of a group, by its label: the button itself is not drawn. */
    void choose(String group, String value) {
        click("label:has(> input[name='%s'][value='%s'])".formatted(group, value));
    }

    /** What stands below a field because it is at fault. */
    String complaint(String path) {
        return find("[data-field='%s'] .error".formatted(path)).getText();
    }

    /** The names in the list, from top to bottom. */
    List<String> names() {
        return texts("return [...document.querySelectorAll('.row-name')].map(name => name.textContent)");
    }

    void awaitNames(String... names) {
        await().untilAsserted(() -> assertThat(names()).containsExactly(names));
    }

    /** Opens an action by its row in the list. */
    void openRow(String name) {
        await().until(() -> {
            var link = browser.findElements(By.cssSelector(".row-link")).stream()
                    .filter(row -> row.getText().contains(name))
                    .findFirst();
            link.ifPresent(WebElement::click);
            return link.isPresent();
        });
    }

    void awaitNotice(String text) {
        await().untilAsserted(() -> assertThat(texts("return [...document.querySelector('console-notices').shadowRoot"
                        + ".querySelectorAll('.toast .message')].map(message => message.textContent)"))
                .contains(text));
    }

    void awaitText(String selector, String text) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(find(selector).getText()).contains(text));
    }

    void awaitGone(String selector) {
        await().until(() -> seen(selector).isEmpty());
    }

    /** What went wrong in the page: violations of its policy, and errors that nothing handled. */
    List<String> faults() {
        keepFaults();
        return faultsBefore;
    }

    /** They are gone with the page that they are of. */
    private void keepFaults() {
        faultsBefore.addAll(texts("return (globalThis.faults ?? []).splice(0)"));
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String script) {
        return (List<String>) script(script);
    }

    Object script(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
