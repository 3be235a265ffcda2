package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.customactions.support.Full;
import org.customactions.support.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history as a file, and a history that is as long as one may become. */
@QuarkusTest
class ConsoleHistoryExportBrowserTest extends ConsoleTest {

    private static final String ALL = ACTIONS + "/executions";
    private static final String TOLD = "console-history-export [role=status]";

    private PastRuns past;
    private UUID link;

    private static final String LINE_END = "<line end>";

    @BeforeEach
    void createAction() {
        past = new PastRuns(buttons.organization(), buttons.contact("Ada"));
        link = buttons.link("Find", "https://crm.example.com/", true);
    }

    private void open(String query) {
        console.open(manager(), "?history" + query);
        console.find("[data-execution]");
        console.script("const make = URL.createObjectURL;"
                + "URL.createObjectURL = (blob) => { globalThis.saved = blob; return make.call(URL, blob); }");
    }

    /** With its line ends as {@link #LINE_END}, because the driver makes others of them. */
    private String saved() {
        return (String) browser.executeAsyncScript("const done = arguments[0]; if (!globalThis.saved) { done(null); }"
                + "else { globalThis.saved.arrayBuffer().then((bytes) => done(new TextDecoder('utf-8',"
                + " { ignoreBOM: true }).decode(bytes).replaceAll('\\r\\n', '" + LINE_END + "'))) }");
    }

    @Test
    void shouldSaveWhatTheFiltersFind() {
        past.succeeded(link, Instant.now(), 150);
        past.failed(link, Instant.now().minusSeconds(600), 120, "=HYPERLINK(\"https://evil.example/\";\"Ada\")");
        open("&success=false");

        console.click("[data-export]");

        console.awaitText(TOLD, "120 saved");
        var lines = saved().split(LINE_END);
        assertThat(lines).hasSize(121);
        assertThat(lines[0]).startsWith("\uFEFF\"time\",\"action\"");
        assertThat(lines[1])
                .contains(",\"Find\",\"" + link + "\",\"url\",\"" + past.contact() + "\",\"Sam\",\"sam\",\"failed\"")
                .contains(",\"'=HYPERLINK(\"\"https://evil.example/\"\";\"\"Ada\"\")\",");
    }

    @Full
    @Test
    void shouldSaveNothingOnABreakingNetwork() {
        past.succeeded(link, Instant.now(), 150);
        open("");
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo(ALL))
                        .withQueryParam("before", matching(".+"))
                        .willReturn(aResponse().withStatus(502)));

        console.click("[data-export]");

        console.awaitText(TOLD, "The service is not available right now. Nothing was saved");
        assertThat(saved()).isNull();
        console.restore();
        console.click("[data-export]");
        console.awaitText(TOLD, "150 saved");
    }

    @Full
    @Test
    void shouldEndWhenToldTo() {
        past.succeeded(link, Instant.now(), 3);
        open("");
        console.gateway()
                .server()
                .stubFor(get(urlPathEqualTo(ALL))
                        .willReturn(
                                okJson("{\"status\":\"success\",\"data\":{\"executions\":[],\"next_before\":\"x\"}}")
                                        .withFixedDelay(1_000)));

        console.click("[data-export]");
        console.awaitText(TOLD, "10,000 at most");
        console.click("[data-cancel]");

        console.awaitText(TOLD, "Nothing was saved");
        console.find("[data-export]");
        assertThat(saved()).isNull();
    }

    /** It reads, shows and saves them, and never holds the page up for long. */
    @Full
    @Test
    void shouldStayQuickWithTenThousandRuns() throws Exception {
        past.succeeded(link, Instant.now(), 9_000);
        past.failed(link, Instant.now().minusSeconds(9_500), 1_100, "Webhook timed out after 10 s");
        open("");
        showAll();

        Pace.retriedOnce(() -> {
            console.script(
                    "globalThis.longest = 0; globalThis.watch = new PerformanceObserver((list) => list.getEntries()"
                            + ".forEach((task) => (globalThis.longest = Math.max(globalThis.longest, task.duration))));"
                            + "globalThis.watch.observe({ entryTypes: ['longtask'] })");
            openAndClose("all[all.length - 1]");
            openAndClose("all[0]");
            var longest = ((Number) console.script("return globalThis.longest")).longValue();
            assertThat(Duration.ofMillis(longest)).isLessThan(Pace.limit(Duration.ofMillis(200)));
        });

        console.click("[data-export]");
        console.awaitText(TOLD, "The newest 10,000 were saved; there are older ones");
        assertThat(saved().split(LINE_END)).hasSize(10_001);
    }

    /** By a script: the driver asks for each of so many elements whether it is seen. */
    private void openAndClose(String row) {
        var press = "const all = document.querySelectorAll('[data-details]');"
                + "%1$s.scrollIntoView({ block: 'center' }); %1$s.click()".formatted(row);
        console.script(press);
        console.find("console-execution-record");
        console.script(press);
        console.awaitGone("console-execution-record");
    }

    /** Page after page, as somebody does who presses the button whenever it is there. */
    private void showAll() {
        console.script("globalThis.pressing = setInterval(() => {"
                + "const all = document.querySelectorAll('[data-execution]').length;"
                + "if (all >= 10000) clearInterval(globalThis.pressing); else document.querySelector('[data-more]')?.click();"
                + "}, 20)");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> ((Number) console.script("return document.querySelectorAll('[data-execution]').length"))
                                .intValue()
                        >= 10_000);
    }
}
