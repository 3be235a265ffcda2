package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Every part of the console in light and dark, wide and narrow: everybody can use it, and nothing sticks out. */
@Full
@QuarkusTest
class ConsoleLooksBrowserTest extends ConsoleTest {

    @TempDir
    Path directory;

    private String looks;
    private UUID webhook;
    private UUID script;
    private UUID contact;

    @BeforeEach
    void createActions() {
        contact = buttons.contact("Ada Lovelace");
        webhook = buttons.webhook(
                "Create ticket",
                "https://api.example.com/tickets",
                Map.of(
                        "headers", Map.of("X-Api-Key", "secret"),
                        "body", "{\n  \"title\": \"Ticket for {{contact.name}}\",\n  \"tags\": {{contact.tags}}\n}",
                        "result", Map.of("toast", "Ticket #{{response.id}} created")));
        buttons.link("Find in directory", "https://crm.example.com/?q={{contact.name}}", true);
        script = buttons.script("Copy summary", """
                const plan = contact.metadata.plan ?? 'none';
                return {
                  toast: { message: `Copied the summary of ${contact.name}`, type: 'info' },
                  clipboard: `${contact.name}, plan: ${plan}`,
                };
                """);
        var old = buttons.link("Look up the order of an action with quite a long name", "https://example.com/", true);
        Api.as(manager()).body(Map.of("is_active", false)).put(ACTIONS + "/{id}", old);
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "dark, 1280", "light, 390", "dark, 390"})
    void shouldBeUsableByEverybody(String scheme, int width) {
        emulate(scheme, width, 900);
        ServiceResource.receiver().server().stubFor(post("/hook").willReturn(okJson("{\"id\":1,\"tags\":[\"a\"]}")));
        looks = scheme + "-" + width;

        open();
        console.awaitText(".count", "4 actions");
        check("list");

        open(webhook);
        awaitPreview("Ticket for Ada Example");
        check("webhook");
        showPreview(width);
        console.click("[data-duplicate]");
        console.find("[data-copy-note]");
        awaitPreview("Ticket for Ada Example");
        check("copy");
        console.click("[data-commands]");
        console.find(".palette [role=option]");
        check("palette");
        press(Keys.ESCAPE);
        console.script("document.activeElement.blur()");
        press("?");
        console.find("console-shortcut-help dialog[open]");
        check("shortcuts");
        console.script("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)");

        console.open(manager(), "?transfer");
        console.find("console-export");
        check("transfer");
        choose("{'format':'custom-actions/1','custom_actions':[{'name':'New','action_type':'url','config':"
                + "{'url':'https://example.com/'}},{'name':'Find in directory','icon':'zap'},{'name':'No','icon':7}]}");
        console.find("[data-plan]");
        check("import");

        open(script);
        awaitPreview("Copied the summary");
        check("script");

        console.open(manager(), "?new");
        console.click("[data-save]");
        console.find("[data-field=name] .error");
        console.click("[data-field='config.url'] console-variable-menu button");
        console.find(".menu");
        check("new");

        console.open(manager(), "?new");
        new Select(console.find("[data-preset]")).selectByVisibleText("Salesforce: create a case");
        check("preset");
        console.type("[data-field='preset.domain'] input", "acme");
        console.click("[data-fill]");
        awaitPreview("Chat with Ada Example");
        console.script("document.querySelectorAll('details').forEach(fold => (fold.open = true))");
        console.type("[data-field='config.signature.header'] input", "X-Signature");
        awaitPreview();
        console.script("document.querySelector('[data-field=\"config.success_when\"]').scrollIntoView()");
        check("filled");
        console.type("[data-field='config.url'] input", "https://example.com/{{con");
        console.find(".offers");
        awaitPreview();
        check("offers");

        console.click("[data-curl]");
        console.type(
                "[data-curl-panel] textarea",
                "curl -k https://api.example.com/ -u ada:pass -H 'Authorization: Bearer abc' -d a=1 --haeder x");
        console.find("[data-curl-panel] .error");
        awaitPreview();
        check("curl-fault");
        console.type(
                "[data-curl-panel] textarea", "curl -k https://api.example.com/ -H 'Authorization: Bearer abc' -d a=1");
        console.find("[data-offered]");
        check("curl");

        console.open(manager(), "?action=" + script + "&tab=try");
        console.type("console-trial-pane [role=combobox]", "Ada");
        console.click("console-trial-pane [data-contact='%s']".formatted(contact));
        console.click("[data-run]");
        console.awaitText("[data-outcome]", "JavaScript action executed");
        check("try");

        console.open(manager(), "?action=" + webhook + "&tab=try");
        console.type(
                "[data-field='config.url'] input", ServiceResource.receiver().url("/hook"));
        console.type("console-trial-pane [role=combobox]", "Ada");
        console.click("console-trial-pane [data-contact='%s']".formatted(contact));
        console.click("[data-run]");
        console.awaitText("[data-answer]", "Status 200");
        console.click("[data-answer] summary");
        check("exchange");
        console.click("[data-discard]");

        console.click("#tab-changes");
        console.awaitText("console-change-history", "created it");
        check("changes");

        console.click("#tab-history");
        console.find(".run");
        check("history");

        console.click("[data-delete]");
        console.find("dialog[open]");
        check("delete");
        console.click("dialog[open] [data-stay]");

        Api.as(manager()).delete(ACTIONS + "/{id}", script).then().statusCode(200);
        console.open(manager(), "?action=" + script);
        console.reload();
        console.awaitText("console-change-history", "deleted it");
        check("deleted");

        console.open(manager(), "?action=" + webhook);
        console.type("[data-field='config.result.toast'] input", "Mine");
        Api.as(manager())
                .body(Map.of("config", Map.of("url", "https://api.example.com/", "result", Map.of("toast", "Theirs"))))
                .put(ACTIONS + "/{id}", webhook)
                .then()
                .statusCode(200);
        console.click("[data-save]");
        console.find(".merge-dialog[open]");
        check("merge");
        console.click(".merge-dialog [data-stay]");
        console.click("[data-discard]");

        // A page that is open asks whether to work for somebody else.
        console.script("sessionStorage.clear()");
        console.openSignedOut();
        console.open(buttons.agent(), "?action=" + webhook);
        console.find("[data-read-only]");
        check("agent");

        console.openSignedOut();
        console.script("sessionStorage.clear()");
        console.reload();
        console.find(".sign-in[open]");
        check("sign-in");
    }

    /** It is pale while the service is asked. */
    private void awaitPreview() {
        awaitPreview("");
    }

    /** Also where it is a sheet that is closed. */
    private void awaitPreview(String text) {
        await().untilAsserted(() -> assertThat((String) console.script(
                        "return document.querySelector('.preview-content[aria-busy=false]')?.textContent ?? 'busy'"))
                .contains(text)
                .isNotEqualTo("busy"));
    }

    private void choose(String document) {
        try {
            var file = Files.writeString(directory.resolve("actions.json"), document.replace('\'', '"'));
            browser.findElement(By.cssSelector("[data-import-file]")).sendKeys(file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void showPreview(int width) {
        if (width < 1180) {
            console.click("[data-preview-toggle]");
            console.find(".preview");
            check("preview");
            console.click(".preview-hide");
        }
    }

    /** Takes a picture, and looks for what keeps somebody from using the page and for what is wider than it. */
    private void check(String part) {
        await().until(() -> Boolean.TRUE.equals(console.script("return document.getAnimations()"
                + ".every(animation => animation.playState === 'finished'"
                + " || animation.effect.getComputedTiming().iterations === Infinity)")));
        assertUsable("console-%s-%s".formatted(part, looks));
        assertThat(console.script("return document.documentElement.scrollWidth - innerWidth"))
                .as(looks + " " + part)
                .isEqualTo(0L);
    }
}
