package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Planted;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of secrets: what there is, who uses it, and how one is added, replaced and deleted without being shown. */
@Full
@QuarkusTest
class ConsoleSecretsBrowserTest extends ConsoleTest {

    private static final String SECRETS = "/api/secrets";
    private static final String ROW = "[data-secret=%s]";

    @BeforeEach
    void putSecrets() {
        put("crm_token", Planted.text("crm"));
        put("unused", Planted.text("unused"));
        buttons.webhook(
                "Create ticket",
                "https://api.example.com/tickets",
                Map.of("headers", Map.of("X-Key", "{{secret.crm_token}}")));
    }

    private void put(String name, String value) {
        Api.as(manager())
                .body(Map.of("value", value))
                .put(SECRETS + "/{name}", name)
                .then()
                .statusCode(201);
    }

    private void openSecrets() {
        console.open(manager(), "?secrets");
        console.find(ROW.formatted("crm_token"));
    }

    @Test
    void shouldOpenFromTheListAndShowWhoUsesThem() {
        open();

        console.click("[data-secrets]");

        console.awaitText(ROW.formatted("crm_token"), "Used by 1 action");
        console.awaitText(ROW.formatted("crm_token") + " a[href^='?action=']", "Create ticket");
        console.awaitText(ROW.formatted("unused"), "Not used");
        assertThat(console.query()).isEqualTo("?secrets");
        assertThat((String) console.script("return document.documentElement.innerHTML"))
                .doesNotContain(Planted.text("crm"));
    }

    @Test
    void shouldAddOne() {
        openSecrets();
        console.click(".secret-form [data-save]");
        assertThat(console.complaint("name")).contains("begins with a letter");
        assertThat(console.complaint("value")).isEqualTo("Value is required");

        console.type(ConsoleWindow.field("name"), "desk_key");
        console.type(ConsoleWindow.field("value"), "d3sk");
        console.click(".secret-form [data-save]");

        console.awaitNotice("desk_key was saved");
        console.awaitText(ROW.formatted("desk_key"), "Not used");
        assertThat(console.find(ConsoleWindow.field("value")).getAttribute("value"))
                .isEmpty();
        assertThat(console.calls("PUT", SECRETS + "/desk_key").get(0).getBodyAsString())
                .isEqualTo("{\"value\":\"d3sk\"}");
    }

    @Test
    void shouldReplaceOneWithoutShowingIt() {
        openSecrets();

        console.click(ROW.formatted("crm_token") + " [data-replace]");
        await().until(() ->
                "crm_token".equals(console.find(ConsoleWindow.field("name")).getAttribute("value")));
        assertThat(console.find(ConsoleWindow.field("value")).getAttribute("value"))
                .isEmpty();
        console.awaitText(".secret-form [data-save]", "Replace");
        press("n3xt");
        console.click(".secret-form [data-save]");

        console.awaitNotice("crm_token was saved");
        assertThat(console.calls("PUT", SECRETS + "/crm_token")).hasSize(1);
    }

    @Test
    void shouldDeleteOneThatNothingUses() {
        openSecrets();

        console.click(ROW.formatted("unused") + " [data-delete]");
        console.click("dialog[open] [data-go]");

        console.awaitNotice("unused was deleted");
        console.awaitGone(ROW.formatted("unused"));
    }

    @Test
    void shouldSayWhichActionsKeepOne() {
        openSecrets();

        console.click(ROW.formatted("crm_token") + " [data-delete]");
        console.click("dialog[open] [data-go]");

        console.awaitText(
                ROW.formatted("crm_token") + " .failure",
                "The secret crm_token is used by Create ticket; remove it there first");
    }

    @Test
    void shouldAskBeforeAValueIsLost() {
        openSecrets();
        console.type(ConsoleWindow.field("value"), "typed");

        console.click("[data-new]");

        console.awaitText("dialog[open]", "Leave without saving?");
        console.click("dialog[open] [data-stay]");
        assertThat(console.find(ConsoleWindow.field("value")).getAttribute("value"))
                .isEqualTo("typed");
        console.type(ConsoleWindow.field("value"), "");
    }

    @Test
    void shouldTellOthersThatItIsForManagers() {
        console.open(buttons.agent(), "?secrets");

        console.awaitText(".page", "Only managers can see secrets.");
        assertThat(console.seen("[data-secrets]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void shouldBeUsableByEverybody(String scheme, int width) {
        emulate(scheme, width, 900);
        openSecrets();
        console.click(ROW.formatted("crm_token") + " [data-delete]");
        console.click("dialog[open] [data-go]");
        console.find(".failure");
        console.click(".secret-form [data-save]");
        console.find("[data-field=name] .error");

        assertUsable("console-secrets-%s-%d".formatted(scheme, width));
        assertThat(console.script("return document.documentElement.scrollWidth - innerWidth"))
                .isEqualTo(0L);
    }
}
