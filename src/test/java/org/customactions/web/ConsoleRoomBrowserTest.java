package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Where things are: the preview in view, notices over nothing, long names and lists in their places. */
@Full
@QuarkusTest
class ConsoleRoomBrowserTest extends ConsoleTest {

    private static final String TOGGLE = "[data-preview-toggle]";

    /** Part of an element that is in the window and that nothing covers, from 0 to 1. */
    private double visible(String selector) {
        var share = console.script("""
                const { left, top, width, height } = document.querySelector(arguments[0]).getBoundingClientRect();
                const element = document.querySelector(arguments[0]);
                let seen = 0;
                for (let at = 0.5; at < 10; at++) {
                  const hit = document.elementFromPoint(left + width / 2, top + (height * at) / 10);
                  seen += element.contains(hit) ? 1 : 0;
                }
                return seen / 10;
                """, selector);
        return ((Number) share).doubleValue();
    }

    private UUID webhook() {
        return buttons.webhook(
                "Create ticket",
                "https://api.example.com/tickets",
                Map.of("body", "{\n  \"title\": \"Ticket for {{contact.name}}\"\n}"));
    }

    @Test
    void shouldKeepThePreviewInViewBesideTheForm() {
        emulate("light", 1280, 800);
        open(webhook());
        console.awaitText(".preview", "Ticket for Ada Example");

        console.script("document.querySelector('.page-body').scrollTo(0, 100000)");

        await().until(() -> visible(".preview") > 0.9);
        assertThat(console.seen(TOGGLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1024, 768", "390, 844"})
    void shouldShowThePreviewAboveTheFormWhereThereIsNoRoomBesideIt(int width, int height) {
        emulate("light", width, height);
        open(webhook());
        console.find(field("name"));
        assertThat(console.seen(".preview")).isEmpty();

        console.click(TOGGLE);

        console.awaitText(".preview", "POST https://api.example.com/tickets");
        console.script(
                "document.querySelector('[data-field=\"config.result.toast\"]').scrollIntoView({ block: 'start' })");
        await().until(() -> visible(".preview") > 0.9 && visible("[data-save]") > 0.9);
        console.click(".preview-hide");
        console.awaitGone(".preview");
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "390, 844"})
    void shouldCoverNoButtonByNotices(int width, int height) {
        emulate("light", width, height);
        open(webhook());
        console.type(field("name"), "Another name");

        console.click("[data-save]");
        console.awaitNotice("Saved");
        console.type(field("name"), "And another");

        await().until(() -> visible("[data-save]") > 0.9 && visible("[data-discard]") > 0.9);
        console.script("document.querySelector('console-notices').shadowRoot"
                + ".querySelectorAll('.dismiss').forEach((button) => button.click())");
        await().until(() -> "0px"
                .equals(console.script("return document.documentElement.style.getPropertyValue('--notice-room')")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "url", "list"})
    void shouldKeepLongTextsInTheirPlaces(String part) {
        var name = "Donaudampfschifffahrtsgesellschaft".repeat(3).substring(0, 100);
        var action = buttons.link(name, "https://example.com/" + "a".repeat(2_000), true);
        emulate("light", 390, 844);

        console.open(manager(), "list".equals(part) ? "" : "?action=" + action);

        console.find("list".equals(part) ? ".row-name" : ".page-title");
        assertThat(console.script("return document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0L);
        if (!"list".equals(part)) {
            assertThat(console.find(".page-head").getSize().getHeight()).isLessThan(110);
            assertThat(console.find(field("name")).getAttribute("value")).isEqualTo(name);
        }
    }

    /** The driver waits for a page until its script is there, so here it does not come at all. */
    @Test
    void shouldShowSomethingBeforeItsScriptIsThere() {
        console.gateway()
                .server()
                .stubFor(get(urlPathMatching("/assets/console-.*\\.js"))
                        .willReturn(aResponse().withStatus(503)));

        open();

        await().until(() -> console.seen(".placeholder").size() == 5);
        assertThat(console.find(".product").getText()).isEqualTo("Custom actions");
        console.restore();
        open();
        console.reload();
        console.awaitText("console-start", "Make your first action");
        assertThat(console.seen(".bar")).hasSize(1);
        assertThat(console.seen(".placeholder")).isEmpty();
    }

    @Test
    void shouldDrawOfAThousandActionsWhatCanBeSeen() {
        importThousand();
        open();
        console.awaitText(".count", "1,000 actions");

        assertThat(console.names()).hasSizeLessThan(150).startsWith("Action 0000");
        console.script("document.querySelector('.rows').scrollTo(0, 1000000)");
        await().until(() -> console.names().contains("Action 0999"));
        assertThat(console.names()).hasSizeLessThan(150).doesNotContain("Action 0500");
        pressWithControl("k");
        console.type(".palette [role=combobox]", "Action 0500");
        press(Keys.ENTER);

        console.awaitText(".page-title", "Action 0500");
        await().until(() -> console.seen("[aria-current=page]").size() == 1);
        console.type("[data-filter=search]", "0042");
        console.awaitNames("Action 0042");
    }

    @Test
    void shouldMoveAnActionOutOfWhatIsDrawn() {
        importThousand();
        open();
        console.awaitText(".count", "1,000 actions");
        console.script("document.querySelector('.grip').focus()");

        press(Keys.SPACE);
        IntStream.range(0, 60).forEach(step -> press(Keys.ARROW_DOWN));

        await().until(() -> "Position 61 of 1,000"
                .equals(console.script("return document.querySelector('[data-announcement]').textContent")));
        await().until(() -> visible(".held") > 0.9);
        press(Keys.SPACE);
        await().untilAsserted(() -> assertThat(stored().extract().<List<String>>path("data.custom_actions.name"))
                .element(60)
                .isEqualTo("Action 0000"));
    }

    private void importThousand() {
        var actions = IntStream.range(0, 1_000)
                .mapToObj(number -> Map.of(
                        "name",
                        "Action %04d".formatted(number),
                        "action_type",
                        "url",
                        "config",
                        Map.of("url", "https://example.com/")))
                .toList();
        Api.as(manager())
                .body(Map.of("format", "custom-actions/1", "custom_actions", actions))
                .post(ACTIONS + "/import")
                .then()
                .statusCode(200);
    }
}
