package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.customactions.support.BrowserTest;
import org.customactions.support.Chromium;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.chrome.ChromeDriver;

/** What tests of the buttons in a browser have in common. Each page's content security policy has to hold. */
@BrowserTest
abstract class ChatTest {

    static ChromeDriver browser;

    final Buttons buttons = new Buttons();
    ChatPage page;
    UUID contact;

    @BeforeAll
    static void startBrowser() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void preparePage() {
        ServiceResource.receiver().reset();
        page = new ChatPage(browser);
        contact = buttons.contact("Ada");
    }

    @AfterEach
    void leavePage() {
        try {
            assertThat(page.violations()).isEmpty();
        } finally {
            closeOtherTabs();
            browser.get("about:blank");
            page.close();
        }
    }

    private static void closeOtherTabs() {
        var tabs = browser.getWindowHandles().iterator();
        var first = tabs.next();
        while (tabs.hasNext()) {
            browser.switchTo().window(tabs.next()).close();
        }
        browser.switchTo().window(first);
    }

    /** Opens the page for the contact, as an agent. */
    void open() {
        open(Map.of("data-token", buttons.agent()), "");
    }

    void open(Map<String, String> attributes, String container) {
        page.open(contact, attributes, container);
    }
}
