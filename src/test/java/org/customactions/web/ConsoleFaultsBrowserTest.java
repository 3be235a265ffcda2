package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to what somebody typed when something does not work, or somebody else changes it. */
@Full
@QuarkusTest
class ConsoleFaultsBrowserTest extends ConsoleTest {

    private static final String SAVE = "[data-save]";

    private UUID action;

    @BeforeEach
    void createAction() {
        action = buttons.webhook("Create ticket", "https://api.example.com/", Map.of());
    }

    @Test
    void shouldStayUsableWhileTheServiceIsAway() {
        open(action);
        console.type(field("name"), "Typed before");
        console.answerCallsWith(aResponse().withFault(Fault.EMPTY_RESPONSE));
        console.click(SAVE);
        console.awaitText("[data-outage]", "The service cannot be reached. Nothing you typed is lost.");
        console.awaitText(".form-footer", "save again when it is back");
        console.restore();

        console.click("[data-outage] button");

        console.awaitGone("[data-outage]");
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Typed before");
        console.click(SAVE);
        console.awaitNotice("Saved");
        stored(action).body("data.name", is("Typed before"));
    }

    @Test
    void shouldSayThatAnActionMayBeThereWhereTheAnswerWasLost() {
        console.open(manager(), "?new");
        console.type(field("name"), "Typed before");
        console.answerCallsWith(aResponse().withFault(Fault.EMPTY_RESPONSE));

        console.click(SAVE);

        console.awaitText(".form-footer", "check in the list whether the action was created");
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Typed before");
    }

    @Test
    void shouldComeBackByItselfWhenTheServiceDoes() {
        console.answerCallsWith(aResponse().withStatus(502).withBody("<html>Bad gateway</html>"));
        open(action);
        console.awaitText("[data-outage]", "The service is not available right now.");

        console.restore();

        console.awaitText(".page-title", "Create ticket");
        console.awaitGone("[data-outage]");
    }

    @Test
    void shouldAskBeforeItLeavesAFormWithChanges() {
        buttons.script("Other", "return {}");
        open(action);
        console.type(field("name"), "Typed before");
        console.openRow("Other");
        console.awaitText("dialog[open]", "Leave without saving?");

        console.click("dialog[open] [data-stay]");

        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Typed before");
        console.openRow("Other");
        console.click("dialog[open] [data-go]");
        console.awaitText(".page-title", "Other");
    }

    @Test
    void shouldTellThatSomebodyElseChangedTheActionMeanwhile() {
        open(action);
        console.type(field("name"), "Mine");
        Api.as(manager()).body(Map.of("icon", "ticket")).put(ACTIONS + "/{id}", action);
        Api.as(manager()).body(Map.of("name", "Theirs")).put(ACTIONS + "/{id}", action);

        console.script("document.dispatchEvent(new Event('visibilitychange'))");

        console.awaitText(".form-footer", "Someone else has changed this action in the meantime.");
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Mine");
        console.awaitText(".row-name", "Theirs");
    }

    @Test
    void shouldNotTakeAChangeBackThatAListDoesNotHaveYet() {
        open(action);
        console.type(field("name"), "Mine");
        var list = Api.as(manager()).get(ACTIONS).asString();
        console.gateway().server().stubFor(get(ACTIONS).willReturn(okJson(list).withFixedDelay(2000)));
        var before = console.calls("GET", ACTIONS).size();
        console.script("document.dispatchEvent(new Event('visibilitychange'))");
        console.awaitCalls("GET", ACTIONS, before + 1);
        console.restore();

        console.click(SAVE);

        console.awaitNotice("Saved");
        console.awaitCalls("GET", ACTIONS, before + 2);
        console.awaitNames("Mine");
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Mine");
    }
}
