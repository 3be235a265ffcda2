package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customactions.support.Receiver;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * A chat UI with the buttons in it, in a browser. It is served under a strict content security policy by a gateway that
 * hands everything else on to the service, and can be told to fail.
 */
final class ChatPage implements AutoCloseable {

    private static final String POLICY =
            "default-src 'none'; script-src 'self' %1$s; style-src 'self'; connect-src 'self' %1$s; base-uri 'none'";

    /**
     * Nothing is made HTML or code of texts but by the one policy of Lit, which only turns its own templates into HTML.
     */
    private static final String TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types lit-html";

    private final ChromeDriver browser;
    private final Receiver gateway = Receiver.start();
    private String module = "/embed/custom-actions.js";
    private String policy = POLICY.formatted("") + TRUSTED_TYPES;

    ChatPage(ChromeDriver browser) {
        this.browser = browser;
        restore();
    }

    /** The module comes from the service, which is another origin, and not through the gateway. */
    ChatPage loadingFromTheService() {
        module = service() + module;
        policy = POLICY.formatted(service()) + TRUSTED_TYPES;
        return this;
    }

    /** The page may also make code of texts, which a framework needs that compiles templates in the browser. */
    ChatPage compilingTemplates() {
        policy = POLICY.replace("script-src", "script-src 'unsafe-eval'").formatted("");
        return this;
    }

    /** The gateway, to let calls fail and to see which were made. */
    Receiver gateway() {
        return gateway;
    }

    /** Ends all failures. */
    void restore() {
        gateway.server().resetMappings();
        gateway.handOnTo(service());
        serve("/chat.js", "text/javascript", resource("chat.js"));
        serve("/policy.js", "text/javascript", resource("policy.js"));
        serve("/chat.css", "text/css", resource("chat.css"));
        serve("/favicon.ico", "image/x-icon", "");
    }

    private static String service() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** Opens the page with further attributes of the element and of its container. */
    void open(UUID contact, Map<String, String> attributes, String container) {
        open("""
                <main><h1>Chat</h1><div class="%s">
                <custom-actions contact-id="%s" data-module="%s" %s></custom-actions>
                </div></main>""".formatted(container, contact, module, text(attributes)));
    }

    /** Opens a page that shows nothing but what its script does, which finds these attributes at {@code main}. */
    void openApp(String script, Map<String, String> attributes) {
        // Frameworks have policies of their own.
        policy = policy.replace(TRUSTED_TYPES, "");
        serve("/chat.js", "text/javascript", script);
        open("<main data-module=\"%s\" %s></main>".formatted(module, text(attributes)));
    }

    private static String text(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(attribute -> attribute.getKey() + "=\"" + attribute.getValue() + "\"")
                .collect(Collectors.joining(" "));
    }

    private void open(String body) {
        serve("/chat", "text/html;charset=UTF-8", """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Chat</title><link rel="stylesheet" href="/chat.css"><script type="module" src="/chat.js"></script>
                </head>
                <body>%s</body>
                </html>
                """.formatted(body));
        browser.get(gateway.url("/chat"));
    }

    private void serve(String path, String type, String body) {
        ResponseDefinitionBuilder answer = aResponse()
                .withHeader("Content-Type", type)
                .withHeader("Content-Security-Policy", policy)
                .withBody(body);
        gateway.server().stubFor(get(path).willReturn(answer));
    }

    private static String resource(String name) {
        try (var file = ChatPage.class.getResourceAsStream("/web/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the element, once it is there. */
    WebElement part(String selector) {
        return await().until(() -> parts(selector), found -> !found.isEmpty()).get(0);
    }

    /** The parts of the element that match, as they are now. */
    List<WebElement> parts(String selector) {
        return shadow().map(root -> root.findElements(By.cssSelector(selector))).orElse(List.of());
    }

    private Optional<SearchContext> shadow() {
        var hosts = browser.findElements(By.cssSelector("custom-actions:defined"));
        return hosts.stream().findFirst().map(WebElement::getShadowRoot);
    }

    /** The button of an action that can be seen. */
    WebElement button(String name) {
        return part(".toolbar .button:not(.unseen)[title=\"%s\"]".formatted(name.replace("\"", "\\\"")));
    }

    /** Names of the buttons that can be seen. */
    List<String> buttons() {
        return read(".toolbar .button:not(.unseen, .unneeded)", "part => part.title");
    }

    /** The text that can be seen of a part; null while it is not there. */
    String text(String selector) {
        return read(selector, "part => part.innerText.trim()").stream()
                .findFirst()
                .orElse(null);
    }

    /** Waits for a notice. */
    void awaitToast(String type, String message) {
        await().untilAsserted(() -> assertThat(toasts()).contains(type + ": " + message));
    }

    /** The notices that are shown, each with its type. */
    List<String> toasts() {
        return read(".toast", "part => part.dataset.toast + ': ' + part.querySelector('.message').textContent");
    }

    /** In one step, since parts come and go at any time. */
    private List<String> read(String selector, String property) {
        return texts("const root = document.querySelector('custom-actions')?.shadowRoot;"
                + "return Array.from(root?.querySelectorAll('%s') ?? [], %s)".formatted(selector, property));
    }

    /** Waits until the page has heard of as many clicks. */
    List<Map<String, Object>> awaitEvents(int count) {
        await().until(() -> events().size() >= count);
        return events();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> events() {
        return (List<Map<String, Object>>) script("return JSON.parse(JSON.stringify(globalThis.events ?? []))");
    }

    /** What the content security policy stopped. */
    List<String> violations() {
        return texts("return globalThis.violations ?? []");
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String script) {
        return (List<String>) script(script);
    }

    /** Runs a script in the page. */
    Object script(String script, Object... arguments) {
        return browser.executeScript(script, arguments);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
