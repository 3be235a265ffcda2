package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** The form of what an agent is asked before an action runs. */
@QuarkusTest
@Full
class ConsoleTermsBrowserTest extends ConsoleTest {

    private static final String FOLD = "[data-fold='Before the click'] ";

    private void addInput(int place, String label) {
        console.click("[data-add-input]");
        await().until(() -> console.seen(".input-row").size() == place);
        await().until(() -> Boolean.TRUE.equals(
                console.script("return document.activeElement.id === 'field-inputs-%d--label'".formatted(place - 1))));
        press(label);
    }

    private String picture() {
        return (String) console.script("return document.querySelector('console-prompt-picture')?.shadowRoot"
                + ".querySelector('.prompt')?.innerText.replace(/\\s+/g, ' ')");
    }

    @Test
    void shouldStoreAndShowWhatTheAgentIsAsked() {
        open();
        console.click("[data-new]");
        console.type(field("name"), "Refund");
        console.choose("action_type", "url");
        console.type(field("config.url"), "https://example.com/");
        console.click(FOLD + "summary");
        console.type(field("confirmation"), "Refund {{contact.name}}?");
        addInput(1, "Order number");
        addInput(2, "Kind");
        new Select(console.find("#field-inputs-1--type")).selectByVisibleText("Choice");
        console.type("#field-inputs-1--options", "refund = Refund the order\ncredit");
        console.type(field("visible_to.roles"), "support");

        await().untilAsserted(() -> assertThat(picture()).contains("Refund", "Order number", "Kind", "Cancel", "Run"));
        console.find("[aria-label^='Move Kind']").sendKeys(Keys.ARROW_UP);
        await().until(() -> picture().indexOf("Kind") < picture().indexOf("Order number"));
        console.click("[data-save]");

        console.awaitNotice("Refund was created");
        stored(UUID.fromString(console.query().substring("?action=".length())))
                .body("data.confirmation", is("Refund {{contact.name}}?"))
                .body("data.visible_to", equalTo(Map.of("roles", List.of("support"))))
                .body("data.inputs.name", equalTo(List.of("kind", "order_number")))
                .body(
                        "data.inputs[0].options",
                        equalTo(List.of(
                                Map.of("value", "refund", "label", "Refund the order"),
                                Map.of("value", "credit", "label", "credit"))));
    }

    @Test
    void shouldShowComplaintsBesideTheirFieldsAndAskBeforeATrial() {
        var action = buttons.action(
                "Refund",
                "ticket",
                "javascript",
                Map.of("code", "return { message: input.reason }"),
                Map.of("inputs", List.of(Map.of("name", "reason", "label", "Reason", "type", "text"))));
        buttons.contact("Ada");
        open(action);
        console.click(FOLD + "summary");
        console.type("#field-inputs-0--name", "1");

        console.click("[data-save]");

        await().until(() -> console.seen(".input-row .error").size() == 1);
        console.click("[data-discard]");
        console.click("#tab-try");
        console.find("console-contact-picker input").click();
        console.click("[data-contact]");
        console.click("[data-run]");
        await().until(() -> Boolean.TRUE.equals(console.script(
                "return document.querySelector('console-notices').shadowRoot.activeElement?.name === 'reason'")));
        new Actions(browser).sendKeys("late", Keys.ENTER).perform();
        await().until(() -> console.find("[data-outcome]").getText().contains("late"));
    }
}
