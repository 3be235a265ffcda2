package org.customactions.demo;

import static org.customactions.support.Patience.await;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openqa.selenium.By;
import org.openqa.selenium.DetachedShadowRootException;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The demo's page in a browser. Its parts are elements with shadow roots, one in the other. */
record DemoPage(ChromeDriver browser) {

    /** The buttons' own element. */
    private static final String[] BUTTONS = {"demo-chat", "chat-view", "custom-actions"};

    /** Texts of the parts, once they are as wanted. */
    List<String> awaitTexts(Predicate<List<String>> wanted, String... path) {
        return await().until(() -> texts(path), wanted);
    }

    private List<String> texts(String... path) {
        return all(path).stream().map(WebElement::getText).toList();
    }

    /** The first part there, once it is. */
    WebElement part(String... path) {
        return await().until(() -> all(path), found -> !found.isEmpty()).get(0);
    }

    /** A button of an action that can be seen. */
    WebElement button(String name) {
        return part(BUTTONS[0], BUTTONS[1], BUTTONS[2], ".toolbar .button:not(.unseen)[title=\"%s\"]".formatted(name));
    }

    /** Clicks a button, also one that the menu has. */
    void run(String action) {
        button("Create ticket");
        var shown =
                all(BUTTONS[0], BUTTONS[1], BUTTONS[2], ".toolbar .button:not(.unseen)[title='%s']".formatted(action));
        if (!shown.isEmpty()) {
            shown.get(0).click();
            return;
        }
        ofButtons("[part~=more]").click();
        awaitTexts(texts -> texts.contains(action), BUTTONS[0], BUTTONS[1], BUTTONS[2], "[part~=menu-item]");
        all(BUTTONS[0], BUTTONS[1], BUTTONS[2], "[part~=menu-item]").stream()
                .filter(item -> item.getText().equals(action))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** Names of all actions of the contact, those in the menu included. */
    List<String> actions() {
        button("Create ticket");
        return all(BUTTONS[0], BUTTONS[1], BUTTONS[2], ".toolbar .button[title]:not([part~=more])").stream()
                .map(button -> button.getDomAttribute("title"))
                .toList();
    }

    /** A part of the buttons' element, once it is there. */
    WebElement ofButtons(String selector) {
        return part(BUTTONS[0], BUTTONS[1], BUTTONS[2], selector);
    }

    /** Waits for a notice. */
    void awaitToast(String message) {
        awaitTexts(
                texts -> texts.stream().anyMatch(text -> text.contains(message)),
                BUTTONS[0],
                BUTTONS[1],
                BUTTONS[2],
                ".toast");
    }

    /** Selectors from the outermost shadow root to the innermost, and the one of the parts. */
    List<WebElement> all(String... path) {
        try {
            Optional<SearchContext> root = Optional.of(browser);
            for (int i = 0; i < path.length - 1; i++) {
                var selector = By.cssSelector(path[i]);
                root = root.flatMap(context ->
                        context.findElements(selector).stream().findFirst().map(WebElement::getShadowRoot));
            }
            return root.map(context -> context.findElements(By.cssSelector(path[path.length - 1])))
                    .orElse(List.of());
        } catch (DetachedShadowRootException | StaleElementReferenceException e) {
            // Another page took its place meanwhile.
            return List.of();
        }
    }
}
