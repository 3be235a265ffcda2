package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was changed of an action, and the way back to how it was. */
@Full
@QuarkusTest
class ConsoleChangesBrowserTest extends ConsoleTest {

    private static final String BACK = ".entry:last-child [data-restore-version]";

    private UUID action;

    @BeforeEach
    void changeAction() {
        action = buttons.webhook(
                "Create ticket",
                "https://api.example.com/",
                Map.of("headers", Map.of("X-Key", "old-key", "X-Gone", "gone-key"), "result", Map.of("toast", "Done")));
        update(Map.of(
                "name",
                "Renamed",
                "config",
                Map.of(
                        "url", "https://new.example.com/",
                        "headers", Map.of("X-Key", "new-key"),
                        "result", Map.of("toast", "Finished", "clipboard", "{{response.id}}"))));
        update(Map.of("is_active", false));
    }

    private void update(Map<String, ?> fields) {
        Api.as(manager()).body(fields).put(ACTIONS + "/{id}", action).then().statusCode(200);
    }

    @Test
    void shouldTellOfAMoveOnlyWhereSomethingWasMoved() {
        var displaced = buttons.script("Displaced", "return {}");
        Api.as(manager())
                .body(Map.of("ids", List.of(displaced, action)))
                .put(ACTIONS + "/order")
                .then()
                .statusCode(200);
        var moved = List.of(action, displaced).stream()
                .filter(id -> Api.as(manager())
                        .get(ACTIONS + "/{id}/changes", id)
                        .asString()
                        .contains("reordered"))
                .toList();
        assertThat(moved).hasSize(1);

        console.open(manager(), "?action=" + (moved.get(0).equals(action) ? displaced : action) + "&tab=changes");

        console.awaitText("console-change-history", "created it");
        assertThat(console.find("console-change-history").getText()).doesNotContain("moved it");
    }

    private void openChanges() {
        console.open(manager(), "?action=" + action + "&tab=changes");
        console.awaitText("console-change-history", "created it");
    }

    @Test
    void shouldShowWhatFieldsWereAndAre() {
        openChanges();

        assertThat(console.find("[data-changed='config.url']").getText())
                .contains("URL", "https://api.example.com/", "https://new.example.com/");
        assertThat(console.find("[data-changed='config.result.clipboard']").getText())
                .contains("not set", "{{response.id}}");
        assertThat(console.find("[data-changed='config.headers.X-Key']").getText())
                .contains("Header X-Key", "replaced");
        assertThat(console.find("[data-changed='config.headers.X-Gone']").getText())
                .contains("removed");
        assertThat(console.find("console-change-history").getText()).doesNotContain("old-key", "new-key", "gone-key");
        assertThat(console.seen("[data-restore-version]")).hasSize(1);
    }

    @Test
    void shouldBringAVersionBackWithTheSecretsThereAreNow() {
        openChanges();

        console.click(BACK);

        console.awaitText("[data-version]", "Save it to bring it back. Old secrets are not kept");
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Create ticket");
        console.click("[data-save]");
        console.awaitNotice("Saved");
        stored(action)
                .body("data.name", is("Create ticket"))
                .body("data.is_active", is(false))
                .body("data.config.url", is("https://api.example.com/"))
                .body("data.config.result.toast", is("Done"))
                .body("data.config.result.clipboard", nullValue())
                .body("data.config.headers.X-Key", is("new-key"))
                .body("data.config.headers.X-Gone", is(""));
    }

    @Test
    void shouldAskBeforeAVersionReplacesWhatWasTyped() {
        open(action);
        console.type(field("name"), "Typed");
        console.click("#tab-changes");
        console.click(BACK);
        console.awaitText("dialog[open]", "Replace what you typed?");
        console.click("dialog[open] [data-stay]");
        console.click("#tab-settings");
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Typed");
    }

    @Test
    void shouldNotCountBackFromAnotherVersionThanItShows() {
        openChanges();
        update(Map.of("name", "By another"));

        console.click(BACK);

        console.awaitText(".way-back .error", "The action has changed in the meantime.");
        console.click("[data-refresh]");
        console.awaitText("[data-changed=name]", "By another");
        console.click(BACK);
        console.awaitText("[data-version]", "Save it to bring it back");
        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Create ticket");
    }
}
