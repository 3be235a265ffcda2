package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The history, of one action and of all: found by filters that the address keeps, looked into, and run again. */
@Full
@QuarkusTest
class ConsoleHistoryBrowserTest extends ConsoleTest {

    private static final String RUN = "[data-execution]";
    private static final String ALL = ACTIONS + "/executions";

    private UUID ada;
    private UUID grace;
    private UUID link;
    private UUID webhook;

    @BeforeEach
    void runSome() {
        ada = buttons.contact("Ada");
        grace = buttons.contact("Grace <b>");
        link = buttons.link("Find in directory", "https://crm.example.com/", true);
        webhook = buttons.webhook("Create ticket", hook(503, "{\"error\":\"down\"}"), Map.of());
    }

    private static String hook(int status, String body) {
        var receiver = ServiceResource.receiver();
        receiver.server()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.post("/hook")
                        .willReturn(okJson(body).withStatus(status)));
        return receiver.url("/hook");
    }

    private String user(String id, String name) {
        return Tokens.agent(buttons.organization())
                .claim("user_id", id)
                .claim("name", name)
                .sign();
    }

    private void run(String user, UUID action, UUID contact) {
        Api.execute(user(user.toLowerCase(), user), action, contact).statusCode(200);
    }

    private void openHistory(String query) {
        console.open(manager(), "?history" + query);
    }

    private List<String> shown() {
        return console.seen(RUN).stream().map(run -> run.getText()).toList();
    }

    private void awaitShown(int count) {
        await().until(() -> shown().size() == count);
    }

    private void choose(String filter, String text) {
        new Select(console.find("[data-filter='%s']".formatted(filter))).selectByVisibleText(text);
    }

    @Test
    void shouldListWhatHappenedByNames() {
        run("Sam", link, ada);
        run("Robin", webhook, grace);
        Api.as(manager()).delete("/api/contacts/{id}", ada).then().statusCode(200);
        open();

        console.click("[data-page-link=history]");

        console.awaitText(".runs", "a deleted contact");
        console.awaitText(".runs", "Grace <b>");
        assertThat(shown())
                .satisfiesExactly(
                        failed -> assertThat(failed)
                                .contains("Create ticket", "Failed", "by Robin", "now")
                                .contains("Webhook returned status 503 Service Unavailable"),
                        done -> assertThat(done)
                                .contains("Find in directory", "a deleted contact", "by Sam")
                                .doesNotContain("Opening URL"));
        assertThat(console.find(".run-when time").getAttribute("title")).containsPattern("\\d:\\d\\d:\\d\\d");
        assertThat(console.query()).isEqualTo("?history");
        assertThat(browser.getTitle()).startsWith("History");
        assertThat(console.find("[data-page-link=history]").getAttribute("aria-current"))
                .isEqualTo("page");

        browser.navigate().back();
        console.awaitGone(RUN);
        assertThat(browser.getTitle()).doesNotContain("History");
    }

    @Test
    void shouldKeepFiltersInTheAddress() {
        run("Sam", link, ada);
        run("Robin", webhook, grace);
        run("Sam", webhook, grace);
        openHistory("");
        awaitShown(3);

        choose("result", "Failed");
        awaitShown(2);
        choose("by", "Sam");
        awaitShown(1);
        assertThat(console.query()).isEqualTo("?history&success=false&user_id=sam");

        console.reload();
        awaitShown(1);
        assertThat(shown().get(0)).contains("Create ticket", "by Sam");
        choose("result", "Timeout");
        console.awaitText(".empty", "No run matches these filters.");
        assertThat(console.query()).isEqualTo("?history&outcome=timeout&user_id=sam");

        console.click("[data-clear]");
        awaitShown(3);
        assertThat(console.query()).isEqualTo("?history");
    }

    @Test
    void shouldFilterByActionContactAndTime() {
        run("Sam", link, ada);
        run("Sam", link, grace);
        run("Sam", webhook, grace);
        openHistory("");
        awaitShown(3);

        choose("action", "Find in directory");
        awaitShown(2);
        console.type("console-history-filters [role=combobox]", "gra");
        console.click("console-history-filters [data-contact='%s']".formatted(grace));
        awaitShown(1);
        assertThat(console.query()).isEqualTo("?history&action_id=%s&contact_id=%s".formatted(link, grace));

        console.reload();
        awaitShown(1);
        await().until(() -> "Grace <b>"
                .equals(console.find("console-history-filters [role=combobox]").getAttribute("value")));
        console.click("console-history-filters [aria-label='Clear the contact']");
        awaitShown(2);

        setTime("to", Instant.now().minusSeconds(3600));
        console.awaitText(".empty", "No run matches");
        assertThat(console.query()).contains("&to=20");
        setTime("to", Instant.now().plusSeconds(3600));
        setTime("from", Instant.now().minusSeconds(3600));
        awaitShown(2);
    }

    /** As the browser's own chooser does. */
    private void setTime(String name, Instant time) {
        console.script(
                "const field = arguments[0]; const time = new Date(arguments[1]);"
                        + "field.value = new Date(time - time.getTimezoneOffset() * 60000).toISOString().slice(0, 16);"
                        + "field.dispatchEvent(new Event('change', { bubbles: true }))",
                console.find("[data-filter=%s]".formatted(name)),
                time.toString());
    }

    @Test
    void shouldTakeWhatIsNoFilterForNone() {
        run("Sam", link, ada);

        openHistory("&success=perhaps&from=yesterday&user_id=%00");

        awaitShown(1);
    }

    @Test
    void shouldOfferWhatOnlyTheAddressKnows() {
        openHistory("&outcome=gave_up&user_id=zoe&action_id=" + UUID.randomUUID());

        console.awaitText(".empty", "Custom action not found");
        assertThat(selected("result")).isEqualTo("Gave up");
        assertThat(selected("by")).isEqualTo("User zoe");
        assertThat(selected("action")).isEqualTo("A deleted action");
    }

    private String selected(String filter) {
        return new Select(console.find("[data-filter='%s']".formatted(filter)))
                .getFirstSelectedOption()
                .getText();
    }

    @Test
    void shouldShowWhatWasSentAndRunItAgain() {
        run("Sam", webhook, ada);
        console.open(manager(), "?action=" + webhook + "&tab=history");

        console.click("[data-details]");

        console.awaitText("console-execution-record", "Status other than 2xx upstream_status");
        console.awaitText("console-execution-record", "\"error\": \"down\"");
        console.awaitText("console-execution-record", ada.toString());
        console.click("console-execution-record [data-copy-curl]");
        console.awaitText("console-execution-record", "Copied");
        assertThat(clipboard()).startsWith("curl 'http://").contains("/hook");

        console.click("[data-again]");

        console.find("console-trial-pane");
        assertThat(console.query()).isEqualTo("?action=%s&tab=try&contact=%s".formatted(webhook, ada));
        await().until(() ->
                "Ada".equals(console.find("console-trial-pane [role=combobox]").getAttribute("value")));
        assertThat(console.find("[data-run]").isEnabled()).isTrue();
    }

    @Test
    void shouldSayThatAContactToRunAgainForIsDeleted() {
        console.open(manager(), "?action=" + link + "&tab=try&contact=" + UUID.randomUUID());

        console.awaitNotice("This contact is deleted");
    }

    @Test
    void shouldTellOfADeletedActionAndNotRunItAgain() {
        run("Sam", link, ada);
        Api.as(manager()).delete(ACTIONS + "/{id}", link).then().statusCode(200);
        openHistory("");
        console.awaitText(RUN, "Find in directory");
        console.awaitText(RUN, "Deleted");

        console.click("[data-details]");

        console.awaitText("console-execution-record", "Only this action");
        assertThat(console.seen("[data-again]")).isEmpty();
        console.script("document.querySelector('.record-tools a:last-child').click()");
        await().until(() -> console.query().equals("?history&action_id=" + link));
        awaitShown(1);
    }

    @Test
    void shouldShowStatesOfTheBackgroundAndThoseNobodyKnows() {
        answerHistory(
                """
                {"status":"success","data":{"next_before":null,"executions":[%s,%s,%s]}}""".formatted(
                                entry("\"state\":\"pending\",\"attempts\":2,\"next_attempt_at\":\"%s\""
                                        .formatted(Instant.now().plusSeconds(330))),
                                entry("\"state\":\"parked\""),
                                entry("\"state\":null")),
                200);

        openHistory("");

        awaitShown(3);
        assertThat(shown())
                .satisfiesExactly(
                        pending -> assertThat(pending).contains("Pending").doesNotContain("Failed"),
                        unknown -> assertThat(unknown).contains("Parked").doesNotContain("Failed"),
                        running -> assertThat(running).contains("No outcome yet"));
        console.click("[data-details]");
        console.awaitText("console-execution-record", "in 5 min.");
    }

    private String entry(String further) {
        return """
                {"id":"%s","action_id":"%s","action_name":"Find","action_type":"url","contact_id":"%s","user_id":"sam",
                "user_name":null,"success":false,"message":"The action is still running","outcome":null,
                "http_status":null,"duration_ms":null,"trial":false,"created_at":"%s",%s}""".formatted(UUID.randomUUID(), link, ada, Instant.now(), further);
    }

    private void answerHistory(String body, int status) {
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo(ALL)).willReturn(okJson(body).withStatus(status)));
    }

    @Test
    void shouldShowNothingHalfOnABreakingNetwork() {
        run("Sam", link, ada);
        openHistory("");
        awaitShown(1);
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo(ALL)).willReturn(aResponse().withStatus(502)));

        choose("result", "Done");

        console.awaitText(".empty", "The service is not available right now.");
        assertThat(console.seen(RUN)).isEmpty();
        console.restore();
        awaitShown(1);
        assertThat(console.query()).isEqualTo("?history&success=true");
    }

    @Test
    void shouldReadAgainWhatCouldNotBeRead() {
        run("Sam", link, ada);
        answerHistory("{\"status\":\"error\",\"message\":\"It broke\",\"error_type\":\"internal_error\"}", 500);
        openHistory("");
        console.awaitText(".empty", "It broke");
        console.restore();

        console.click(".empty .button");

        awaitShown(1);
    }

    @Test
    void shouldShowThatItIsUnderWayOnASlowNetwork() {
        run("Sam", link, ada);
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo(ALL))
                        .willReturn(okJson("{\"status\":\"success\",\"data\":{\"next_before\":null,\"executions\":[]}}")
                                .withFixedDelay(1_500)));

        openHistory("");

        console.find("console-execution-history [aria-busy=true]");
        console.awaitText("console-execution-history .empty", "Nobody has run an action yet.");
        console.awaitGone("console-execution-history [aria-busy=true]");
    }

    @Test
    void shouldSayWhatComesHereOnceAnActionRuns() {
        console.open(manager(), "?action=" + link + "&tab=history");
        console.awaitText(".empty", "Nobody has run this action yet.");

        console.click(".empty a");

        console.find("console-trial-pane");
    }

    @Test
    void shouldBeForManagersAlone() {
        console.open(buttons.agent(), "?history");

        console.awaitText(".page", "Only managers can see the history.");
        assertThat(console.seen("[data-page-link]")).isEmpty();
    }

    @Test
    void shouldOpenDetailsByKeys() {
        run("Sam", link, ada);
        openHistory("");
        console.script("arguments[0].focus()", console.find("[data-details]"));

        press(Keys.ENTER);

        console.find("console-execution-record");
        assertThat(console.find("[data-details]").getAttribute("aria-expanded")).isEqualTo("true");
        press(Keys.SPACE);
        console.awaitGone("console-execution-record");
    }

    private void runMore() {
        var summary = buttons.link("Copy summary", "https://example.com/", true);
        var order = buttons.link("Open the order", "https://shop.example.com/", true);
        var past = new PastRuns(buttons.organization(), ada);
        past.succeeded(summary, Instant.now().minusSeconds(1_000), 3);
        past.failed(order, Instant.now().minusSeconds(9_000), 1, "Webhook timed out after 10 s");
        new PastRuns(buttons.organization(), grace)
                .succeeded(order, Instant.now().minusSeconds(20_000), 8);
        past.succeeded(summary, Instant.now().minusSeconds(200_000), 4);
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void shouldBeUsableByEverybody(String scheme, int width) {
        emulate(scheme, width, 900);
        run("Sam", link, ada);
        run("Robin", webhook, grace);
        Api.as(manager()).delete(ACTIONS + "/{id}", link).then().statusCode(200);

        openHistory("&user_id=robin");
        awaitShown(1);
        console.click("[data-details]");
        console.find("[data-exchange]");
        assertUsable("console-history-details-%s-%d".formatted(scheme, width));
        assertThat(console.script("return document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0L);

        runMore();
        openHistory("");
        awaitShown(18);
        console.awaitText(".runs", "Grace <b>");
        console.awaitText(".runs", "Ada");
        assertUsable("console-history-all-%s-%d".formatted(scheme, width));

        openHistory("&outcome=tls");
        console.find(".empty");
        assertUsable("console-history-none-%s-%d".formatted(scheme, width));
    }
}
