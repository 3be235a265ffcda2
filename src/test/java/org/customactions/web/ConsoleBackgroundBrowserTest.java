package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What managers see of webhooks in the background, and do about them. */
@Full
@QuarkusTest
class ConsoleBackgroundBrowserTest extends ConsoleTest {

    private static final String RUN = "[data-execution]";

    private final BackgroundButtons background = new BackgroundButtons(buttons);
    private UUID contact;
    private UUID action;

    @BeforeEach
    void createAction() {
        contact = buttons.contact("Ada");
        action = background.webhook("Create ticket", Map.of());
    }

    @Test
    void shouldShowTheNextAttemptAndCancel() {
        waitFor(503, 1);
        console.open(manager(), "?history&state=pending");
        console.awaitText(RUN, "Pending");
        assertThat(shown())
                .singleElement()
                .satisfies(run ->
                        assertThat(run).contains("Webhook returned status 503", "Next attempt: in", "Create ticket"));
        assertThat(selected()).isEqualTo("Pending");

        console.click("[data-details]");
        console.click("[data-run-tool=cancel]");
        console.click("console-confirm-dialog [data-stay]");
        assertThat(shown().get(0)).contains("Pending");
        console.click("[data-run-tool=cancel]");
        console.click("console-confirm-dialog [data-go]");

        console.awaitText(RUN, "Webhook was cancelled by a manager");
        assertThat(shown().get(0)).contains("Failed", "Cancelled by a manager").doesNotContain("Next attempt");
        assertThat(console.seen("[data-run-tool]")).isEmpty();
    }

    @Test
    void shouldTryOneAgain() {
        fail(1);
        console.open(manager(), "?history");
        console.awaitText(RUN, "Failed");
        console.click("[data-details]");
        BackgroundButtons.answer(200, "{}");

        console.click("[data-run-tool=retry]");

        await().until(() -> console.seen("[data-run-tool=retry]").isEmpty());
        background.awaitEnded(1);
        await().untilAsserted(() -> {
            console.click("[data-refresh]");
            console.awaitText(RUN, "Done");
        });
    }

    @Test
    void shouldTryAllOfAnActionAgain() {
        fail(2);
        console.open(manager(), "?action=%s&tab=history".formatted(action));
        await().until(() -> shown().size() == 2);
        BackgroundButtons.answer(200, "{}");

        console.click("[data-retry-all]");
        console.click("console-confirm-dialog [data-go]");

        console.awaitText("console-retry-all", "2 runs are tried again");
        await().until(() -> console.seen("[data-retry-all]").isEmpty());
    }

    /** It ended while somebody looked at it. */
    @Test
    void shouldTellWhyNothingCouldBeDone() {
        waitFor(503, 1);
        console.open(manager(), "?history");
        console.awaitText(RUN, "Pending");
        console.click("[data-details]");
        BackgroundButtons.answer(200, "{}");
        background.hurry();
        background.awaitEnded(1);

        console.click("[data-run-tool=cancel]");
        console.click("console-confirm-dialog [data-go]");

        console.awaitText("console-background-tools", "Only what has not ended in the background can be cancelled");
        assertThat(shown().get(0)).contains("Done");
    }

    @Test
    void shouldOfferNothingForWhatWasDoneAtOnce() {
        Api.execute(buttons.agent(), buttons.link("Find", "https://crm.example.com/", true), contact)
                .statusCode(200);
        console.open(manager(), "?history");
        console.awaitText(RUN, "Find");

        console.click("[data-details]");

        console.awaitText(".facts", "Run");
        assertThat(console.seen("console-background-tools")).isEmpty();
    }

    @Test
    void shouldLeadFromTheUsageToWhatIsPending() {
        waitFor(503, 1);
        Api.execute(buttons.agent(), buttons.link("Find", "https://crm.example.com/", true), contact)
                .statusCode(200);
        console.open(manager(), "?usage");

        console.click("[data-pending]");

        console.awaitText(RUN, "Pending");
        assertThat(console.query()).isEqualTo("?history&state=pending");
    }

    private void fail(int count) {
        click(404, count);
        background.awaitEnded(count);
    }

    private void waitFor(int status, int count) {
        click(status, count);
        background.awaitFirstAttempts(count);
    }

    private void click(int status, int count) {
        BackgroundButtons.answer(status, "");
        for (int i = 0; i < count; i++) {
            Api.execute(buttons.agent(), action, contact).statusCode(200);
        }
    }

    private List<String> shown() {
        return console.seen(RUN).stream().map(WebElement::getText).toList();
    }

    private String selected() {
        return new Select(console.find("[data-filter=result]"))
                .getFirstSelectedOption()
                .getText();
    }
}
