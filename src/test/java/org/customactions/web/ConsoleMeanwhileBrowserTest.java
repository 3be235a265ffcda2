package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** Two managers at one action, and a network that is slow or breaks: nothing is lost of what either did. */
@Full
@QuarkusTest
class ConsoleMeanwhileBrowserTest extends ConsoleTest {

    private static final String SAVE = "[data-save]";
    private static final String DIALOG = ".merge-dialog[open]";
    private static final String URL = field("config.url");
    private static final String NOTICE = field("config.result.toast");
    private static final String THEIR_URL = "https://theirs.example.com/";

    private ConsoleWindow other;
    private UUID action;

    @BeforeEach
    void createAction() {
        other = new ConsoleWindow(browser);
        action = buttons.webhook(
                "Create ticket",
                "https://api.example.com/",
                Map.of("headers", Map.of("X-Key", "one"), "result", Map.of("toast", "Done")));
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    private String robin() {
        return Tokens.manager(buttons.organization())
                .claim("sub", "robin")
                .claim("name", "Robin")
                .sign();
    }

    private void update(Map<String, ?> fields) {
        Api.as(robin()).body(fields).put(ACTIONS + "/{id}", action).then().statusCode(200);
    }

    /** As by somebody who did not look at the form. */
    private void updateConfig(String url, Map<String, String> headers, String toast) {
        update(Map.of("config", Map.of("url", url, "headers", headers, "result", Map.of("toast", toast))));
    }

    private void lookAgain() {
        console.script("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private List<String> conditions() {
        return console.calls("PUT", ACTIONS + "/" + action).stream()
                .map(call -> call.getHeader("If-Match"))
                .toList();
    }

    private void delay(String method, String path, int millis) {
        var slowly = aResponse()
                .proxiedFrom(RestAssured.baseURI + ":" + RestAssured.port)
                .withFixedDelay(millis);
        var request = method.equals("PUT") ? put(urlPathEqualTo(path)) : post(urlPathEqualTo(path));
        console.gateway().server().stubFor(request.willReturn(slowly));
    }

    private String value(String selector) {
        return console.find(selector).getAttribute("value");
    }

    @Test
    void shouldSaveWhatTwoManagersChanged() {
        // Given
        open(action);
        console.type(NOTICE, "Mine");
        var mine = browser.getWindowHandle();
        var tag = Api.as(manager()).get(ACTIONS + "/{id}", action).header("ETag");
        browser.switchTo().newWindow(WindowType.TAB);
        other.open(robin(), "?action=" + action);
        other.type(URL, THEIR_URL);
        other.click(SAVE);
        other.awaitNotice("Saved");
        browser.switchTo().window(mine);

        // When
        console.click(SAVE);

        // Then
        console.awaitNotice("Robin changed URL meanwhile; both changes are saved");
        stored(action)
                .body("data.config.url", is(THEIR_URL))
                .body("data.config.result.toast", is("Mine"))
                .body("data.config.headers.X-Key", is("one"));
        assertThat(value(URL)).isEqualTo(THEIR_URL);
        assertThat(console.seen(DIALOG)).isEmpty();
        assertThat(conditions()).hasSize(2).first().isEqualTo(tag);
    }

    @Test
    void shouldMergeHeadersAndInputs() {
        open(action);
        console.type("[data-field='config.headers.X-Key'] [type=password]", "mine");
        update(Map.of(
                "config",
                        Map.of(
                                "url", "https://api.example.com/",
                                "headers", Map.of("X-Key", "one", "X-Theirs", "t"),
                                "result", Map.of("toast", "Done")),
                "inputs", List.of(Map.of("name", "reason", "label", "Reason", "type", "text"))));

        console.click(SAVE);

        console.awaitNotice("Robin changed Header X-Theirs and Input reason meanwhile; both changes are saved");
        stored(action)
                .body("data.config.headers.X-Key", is("mine"))
                .body("data.config.headers.X-Theirs", is("t"))
                .body("data.inputs[0].name", is("reason"));
    }

    @Test
    void shouldAskWhereBothChangedTheSame() {
        open(action);
        console.type(URL, "https://mine.example.com/");
        console.type(field("name"), "Mine");
        updateConfig(THEIR_URL, Map.of("X-Key", "one"), "Theirs");
        console.click(SAVE);
        console.awaitText(DIALOG, "Robin changed this too");
        assertThat(console.seen("[data-conflict]")).hasSize(1);
        console.awaitText("[data-conflict='config.url']", "https://mine.example.com/");
        console.awaitText("[data-conflict='config.url']", THEIR_URL);

        console.click(DIALOG + " [data-stay]");

        console.awaitGone(DIALOG);
        stored(action).body("data.name", is("Create ticket")).body("data.config.url", is(THEIR_URL));
        assertThat(value(URL)).isEqualTo("https://mine.example.com/");

        console.click(SAVE);
        console.click("[data-conflict='config.url'] [value=theirs]");
        console.click(DIALOG + " [data-go]");

        console.awaitNotice("Robin changed Notice meanwhile; both changes are saved");
        stored(action)
                .body("data.name", is("Mine"))
                .body("data.config.url", is(THEIR_URL))
                .body("data.config.result.toast", is("Theirs"));
        assertThat(value(URL)).isEqualTo(THEIR_URL);
    }

    @Test
    void shouldKeepMineWhereSomebodyChoosesIt() {
        open(action);
        console.type("[data-field='config.headers.X-Key'] [type=password]", "mine");
        updateConfig("https://api.example.com/", Map.of("X-Key", "theirs"), "Done");
        console.click(SAVE);
        assertThat(console.find(DIALOG).getText()).doesNotContain("theirs");

        console.click(DIALOG + " [data-go]");

        console.awaitNotice("Saved");
        stored(action).body("data.config.headers.X-Key", is("mine"));
    }

    @Test
    void shouldSayBeforehandWhatHappensToBothChanges() {
        open(action);
        console.type(NOTICE, "Mine");
        updateConfig(THEIR_URL, Map.of("X-Key", "one"), "Done");
        lookAgain();
        console.awaitText(".form-footer", "When you save, both changes are kept.");
        updateConfig(THEIR_URL, Map.of("X-Key", "one"), "Theirs");

        lookAgain();

        console.awaitText(".form-footer", "When you save, you choose what to keep.");
    }

    @Test
    void shouldAccuseNobodyOfSwitchesAndOrders() {
        var second = buttons.script("Other", "return {}");
        open(action);
        console.type(NOTICE, "Mine");
        console.click(".switch");
        console.awaitNotice("Create ticket is inactive now");
        assertThat(console.find(".form-footer").getText()).doesNotContain("Someone else");
        update(Map.of("is_active", true));
        Api.as(robin())
                .body(Map.of("ids", List.of(second, action)))
                .put(ACTIONS + "/order")
                .then()
                .statusCode(200);
        lookAgain();
        console.awaitNames("Other", "Create ticket");
        assertThat(console.find(".form-footer").getText()).doesNotContain("Someone else");
        update(Map.of("is_active", false));

        console.click(SAVE);

        console.awaitNotice("Saved");
        stored(action)
                .body("data.config.result.toast", is("Mine"))
                .body("data.is_active", is(false))
                .body("data.display_order", is(1));
    }

    @Test
    void shouldKeepWhatIsTypedWhileItSaves() {
        open(action);
        delay("PUT", ACTIONS + "/" + action, 2000);
        console.type(NOTICE, "Sent");
        console.click(SAVE);
        console.find(SAVE + " .spinner");

        console.type(NOTICE, "Typed meanwhile");
        console.click("[data-add-header]");
        console.type(".header-row:last-of-type .header-name", "X-Typed");

        console.awaitNotice("Saved");
        console.awaitGone(SAVE + " .spinner");
        assertThat(value(NOTICE)).isEqualTo("Typed meanwhile");
        assertThat(value(".header-row:last-of-type .header-name")).isEqualTo("X-Typed");
        stored(action).body("data.config.result.toast", is("Sent")).body("data.config.headers.X-Typed", nullValue());
        console.restore();
        console.click(SAVE);
        await().untilAsserted(() -> stored(action).body("data.config.result.toast", is("Typed meanwhile")));
    }

    @Test
    void shouldKeepWhatIsTypedWhileItCreates() {
        console.open(manager(), "?new");
        delay("POST", ACTIONS, 2000);
        console.type(field("name"), "Sent");
        console.type(URL, "https://api.example.com/");
        console.click(SAVE);
        console.find(SAVE + " .spinner");

        console.type(field("name"), "Typed meanwhile");

        console.awaitNotice("Sent was created");
        console.awaitText(".page-title", "Sent");
        assertThat(value(field("name"))).isEqualTo("Typed meanwhile");
        console.click(SAVE);
        console.awaitText(".page-title", "Typed meanwhile");
        assertThat(console.names()).containsExactly("Create ticket", "Typed meanwhile");
        console.click("[data-new]");
        console.awaitText(".page-title", "New action");
        assertThat(value(field("name"))).isEmpty();
    }

    /** The service has it although its answer never came. */
    @Test
    void shouldSaveAgainWhatIsThereAlready() {
        open(action);
        console.type(NOTICE, "Mine");
        console.gateway()
                .server()
                .stubFor(put(urlPathMatching(ACTIONS + "/.*"))
                        .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        console.click(SAVE);
        console.awaitText(".form-footer", "save again when it is back");
        updateConfig("https://api.example.com/", Map.of("X-Key", "one"), "Mine");
        console.restore();

        console.click(SAVE);

        console.awaitNotice("Saved");
        assertThat(console.seen(DIALOG)).isEmpty();
    }
}
