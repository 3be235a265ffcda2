package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ChromiumTest;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** What tests of the console have in common. In each, the page's policy has to hold and no error may be unhandled. */
abstract class ConsoleTest extends ChromiumTest {

    static final String ACTIONS = "/api/custom-actions";

    final Buttons buttons = new Buttons();
    ConsoleWindow console;

    private static Object notingFaults;

    @BeforeAll
    static void noteFaults() {
        var added = browser.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                globalThis.faults = [];
                const note = (fault) => globalThis.faults.push(String(fault));
                addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective + ' ' + event.blockedURI));
                addEventListener('error', (event) => note(event.message));
                addEventListener('unhandledrejection', (event) => note(event.reason));
                """));
        notingFaults = added.get("identifier");
    }

    /** The browser goes on with the tests of other pages. */
    @AfterAll
    static void noteNoMore() {
        browser.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", notingFaults));
    }

    @BeforeEach
    void prepareWindow() {
        ServiceResource.receiver().reset();
        console = new ConsoleWindow(browser);
    }

    @AfterEach
    void leaveWindow() {
        try {
            assertThat(console.faults()).isEmpty();
        } finally {
            closeOtherTabs();
            leavePage();
            console.close();
        }
    }

    /**
     * A form with changes asks whether it may be left. Who is signed in is forgotten, since another test's gateway may
     * get the same port, and with it the same origin.
     */
    private static void leavePage() {
        browser.executeScript("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);"
                + "if (location.protocol === 'http:') sessionStorage.clear()");
        browser.get("about:blank");
    }

    /** The same one each time, whom the page does not ask whether it is them. */
    String manager() {
        return Tokens.manager(buttons.organization()).claim("sub", "manager").sign();
    }

    void open() {
        console.open(manager(), "");
    }

    void open(UUID action) {
        console.open(manager(), "?action=" + action);
    }

    /** What the service has of an action, as a manager reads it. */
    ValidatableResponse stored(UUID action) {
        return Api.as(manager()).get(ACTIONS + "/{id}", action).then().statusCode(200);
    }

    /** Of all actions, as a manager reads them. */
    ValidatableResponse stored() {
        return Api.as(manager()).get(ACTIONS).then().statusCode(200);
    }

    void pressWithControl(String key) {
        new Actions(browser)
                .keyDown(Keys.CONTROL)
                .sendKeys(key)
                .keyUp(Keys.CONTROL)
                .perform();
    }

    void press(CharSequence... keys) {
        for (var key : keys) {
            new Actions(browser).sendKeys(key).perform();
        }
    }
}
