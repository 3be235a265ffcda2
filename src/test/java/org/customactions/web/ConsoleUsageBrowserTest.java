package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** How actions are used: on the rows of the list, and on a page with charts. */
@Full
@QuarkusTest
class ConsoleUsageBrowserTest extends ConsoleTest {

    private static final String STATS = ACTIONS + "/stats";

    private final Instant now = Instant.now();
    private PastRuns past;
    private UUID busy;
    private UUID broken;
    private UUID unused;

    @BeforeEach
    void createActions() {
        past = new PastRuns(buttons.organization(), buttons.contact("Ada"));
        busy = buttons.link("Find in directory", "https://crm.example.com/", true);
        broken = buttons.link("Open the order", "https://shop.example.com/", true);
        unused = buttons.link("Never used", "https://example.com/", true);
    }

    private void runSome() {
        past.succeeded(busy, now.minus(Duration.ofDays(3)), 190);
        past.failed(busy, now.minus(Duration.ofDays(3)).minusSeconds(500), 10, "Webhook timed out after 10 s");
        past.failed(broken, now.minusSeconds(5), 3, "Webhook timed out after 10 s");
        past.succeeded(broken, now.minus(Duration.ofDays(20)), 1);
    }

    private void openUsage(String query) {
        console.open(manager(), "?usage" + query);
    }

    private static String day(int ago) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(ago).toString();
    }

    private String row(UUID action) {
        return console.find("[data-row='%s']".formatted(action)).getText();
    }

    @Test
    void shouldTellOnEachRowHowItsActionIsUsed() {
        runSome();

        open();

        console.awaitText("[data-row='%s']".formatted(busy), "Link · 200 runs · 95% · p95");
        assertThat(row(broken)).contains("4 runs · 25%").contains("Failing");
        assertThat(row(busy)).doesNotContain("Failing");
        assertThat(console.find("[data-failing]").getAttribute("title")).isEqualTo("3 of the last 3 runs failed");
        assertThat(row(unused)).contains("no runs");
        assertThat(console.calls("GET", STATS)).hasSize(1);
        assertThat(console.calls("GET", ACTIONS + "/executions")).hasSize(1);
    }

    @Test
    void shouldListActionsAllTheSameWhereNumbersCannotBeHad() {
        runSome();
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo(STATS)).willReturn(aResponse().withStatus(500)));

        open();

        console.awaitText(".count", "3 actions");
        assertThat(console.seen(".row-usage")).isEmpty();
    }

    @Test
    void shouldAskNothingForWhoeverMayNotSeeIt() {
        console.open(buttons.agent(), "?usage");

        console.awaitText(".page", "Only managers can see the usage.");
        assertThat(console.calls("GET", STATS)).isEmpty();
    }

    @Test
    void shouldShowNumbersAndLeadToTheirHistory() {
        runSome();
        open();

        console.click("[data-page-link=usage]");

        console.awaitText(".tiles", "Runs\n204");
        assertThat(console.find(".tiles").getText()).contains("Success\n94%", "Failed\n13", "Actions used\n2");
        assertThat(browser.getTitle()).startsWith("Usage");
        assertThat(console.find("[data-usage='%s']".formatted(busy)).getText())
                .contains("Find in directory", "200", "10", "95%");
        console.click("console-day-chart summary");
        console.awaitText("console-day-chart table", "Success");
        assertThat(console.seen("console-day-chart tbody tr")).hasSize(3);

        console.script("arguments[0].focus()", console.find("[data-day='%s']".formatted(day(0))));
        press(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        console.awaitText("[data-readout]", "200 runs, 10 failed");
        press(Keys.ENTER);

        await().until(() -> console.seen("[data-execution]").size() == 50);
        assertThat(console.query())
                .isEqualTo("?history&from=%sT00%%3A00%%3A00Z&to=%sT00%%3A00%%3A00Z".formatted(day(3), day(2)));
    }

    @Test
    void shouldKeepThePeriodInTheAddressAndSort() {
        runSome();
        openUsage("");
        console.awaitText(".tiles", "204");

        console.click(".periods a:first-child");

        console.awaitText(".tiles", "203");
        assertThat(console.query()).isEqualTo("?usage&days=7");
        assertThat(console.seen(".day-bar")).hasSize(7);
        console.reload();
        console.awaitText(".tiles", "203");
        assertThat(console.find("tbody [data-usage]").getText()).contains("Find in directory");
        console.click("[data-order=success]");
        assertThat(console.find("tbody [data-usage]").getText()).contains("Open the order", "0%");
        assertThat(console.find("th[aria-sort]").getText()).startsWith("Success");
    }

    @Test
    void shouldNameADeletedActionAndSayThatItIs() {
        Api.execute(buttons.agent(), busy, past.contact()).statusCode(200);
        Api.as(manager()).delete(ACTIONS + "/{id}", busy).then().statusCode(200);

        openUsage("");

        console.awaitText("[data-usage]", "Find in directory");
        console.awaitText("[data-usage]", "Deleted");
        console.click("[data-usage] a");
        console.awaitText("[data-execution]", "Find in directory");
    }

    @Test
    void shouldSayWhatComesHereOnceActionsRun() {
        openUsage("");

        console.awaitText(".usage .empty", "No action ran in the last 30 days.");
        console.click(".usage .empty a");
        console.awaitText(".empty", "Nobody has run an action yet.");
    }

    @Test
    void shouldShowNothingHalfOnABreakingNetwork() {
        runSome();
        openUsage("");
        console.awaitText(".tiles", "204");
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo(STATS)).willReturn(aResponse().withStatus(502)));

        console.click(".periods a:first-child");

        console.awaitText(".usage .empty", "The service is not available right now.");
        assertThat(console.seen(".tiles")).isEmpty();
        console.restore();
        console.awaitText(".tiles", "203");
    }

    @Test
    void shouldShowThatItIsUnderWayOnASlowNetwork() {
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo(STATS))
                        .willReturn(okJson("{\"status\":\"success\",\"data\":{\"actions\":[]}}")
                                .withFixedDelay(1_500)));

        openUsage("");

        console.find("console-usage [aria-busy=true]");
        console.awaitText(".usage .empty", "No action ran");
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void shouldBeUsableByEverybody(String scheme, int width) {
        emulate(scheme, width, width == 390 ? 1400 : 900);
        for (var ago = 1; ago < 30; ago++) {
            var noon =
                    now.minus(Duration.ofDays(ago)).truncatedTo(ChronoUnit.DAYS).plusSeconds(43_200);
            past.succeeded(busy, noon, 40 + ago * 37 % 60);
            past.failed(busy, noon.minusSeconds(600), ago * 7 % 11, "Webhook timed out after 10 s");
        }
        runSome();

        open();
        console.awaitText(".rows", "Failing");
        assertUsable("console-rows-%s-%d".formatted(scheme, width));

        openUsage("");
        console.find(".day-bar");
        assertUsable("console-usage-%s-%d".formatted(scheme, width));
        console.click("console-day-chart summary");
        console.click("[data-order=failed]");
        assertUsable("console-usage-table-%s-%d".formatted(scheme, width));
        assertThat(console.script("return document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0L);
    }

    @Test
    void shouldTellHowAThousandActionsAreUsed() {
        past.succeeded(busy, now.minusSeconds(60), 10);
        console.gateway().server().stubFor(get(urlPathEqualTo(STATS)).willReturn(okJson(statsOf(1_000))));

        openUsage("");

        await().until(() -> console.seen("[data-usage]").size() == 25);
        console.click("[data-whole]");
        await().until(() ->
                Long.valueOf(1_000).equals(console.script("return document.querySelectorAll('[data-usage]').length")));
    }

    private static String statsOf(int actions) {
        var each = """
                {"action_id":"%s","executions":10,"failures":1,"p50_ms":5,"p95_ms":90,
                "last_executed_at":"2026-01-01T00:00:00Z","daily":[{"date":"%s","executions":10,"failures":1}]}""";
        var list = new StringBuilder();
        for (var action = 0; action < actions; action++) {
            list.append(action == 0 ? "" : ",").append(each.formatted(new UUID(7, action), day(1)));
        }
        return "{\"status\":\"success\",\"data\":{\"actions\":[%s]}}".formatted(list);
    }
}
