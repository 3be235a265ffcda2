package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.customactions.support.ChromiumTest;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the buttons in a browser have in common. Each page's content security policy has to hold. */
abstract class ChatTest extends ChromiumTest {

    final Buttons buttons = new Buttons();
    ChatPage page;
    UUID contact;

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

    /** Opens the page for the contact, as an agent. */
    void open() {
        open(Map.of("data-token", buttons.agent()), "");
    }

    void open(Map<String, String> attributes, String container) {
        page.open(contact, attributes, container);
    }
}
