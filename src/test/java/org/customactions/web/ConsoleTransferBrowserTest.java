package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Export and import: what goes into the file, what would change, and that it changes at once. */
@Full
@QuarkusTest
class ConsoleTransferBrowserTest extends ConsoleTest {

    private static final String PLAN = "[data-plan]";
    private static final String IMPORT = "[data-import]";

    @TempDir
    Path directory;

    @BeforeEach
    void createActions() {
        buttons.webhook(
                "Create ticket",
                "https://api.example.com/tickets",
                Map.of("headers", Map.of("X-Api-Key", "secret", "Accept", "text/plain")));
        buttons.link("Find in directory", "https://example.com/", true);
        buttons.link("Find elsewhere", "https://example.com/else", true);
    }

    private void openPage() {
        open();
        console.click("[data-transfer]");
        console.find("console-export");
    }

    /** As somebody chooses a file by the button; the field itself is not drawn. */
    private void choose(String document) {
        try {
            var file = Files.writeString(directory.resolve("actions.json"), document);
            browser.findElement(By.cssSelector("[data-import-file]")).sendKeys(file.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String documentOf(String actions) {
        return "{\"format\":\"custom-actions/1\",\"custom_actions\":[%s]}".formatted(actions);
    }

    private String row(String fate) {
        return console.find("[data-fate=%s]".formatted(fate)).getText();
    }

    /** Where browsers would keep the file: what it would hold. */
    private Map<String, Object> exported() {
        console.script("globalThis.kept = undefined;"
                + "URL.createObjectURL = (file) => { file.text().then((text) => (globalThis.kept = text)); return '#'; };"
                + "HTMLAnchorElement.prototype.click = () => {};");
        console.click("[data-export]");
        await().until(() -> console.script("return globalThis.kept") != null);
        return JsonPath.from((String) console.script("return globalThis.kept")).getMap("$");
    }

    @Test
    void shouldShowWhatAnImportChangesAndThenDoIt() {
        openPage();
        choose(documentOf("""
                {"name":"Find in directory","config":{"url":"https://new.example.com/","open_in_new_tab":true}},
                {"name":"Create ticket"},
                {"name":"Brand new","action_type":"url","config":{"url":"https://example.com/new"}},
                {"name":"Broken","action_type":"url","config":{"url":"javascript:alert(1)"}}"""));

        console.awaitText(PLAN, "actions.json: 1 new, 1 changed, 1 the same, 1 refused");
        assertThat(row("updated"))
                .contains("Find in directory", "URL", "https://example.com/", "https://new.example.com/");
        assertThat(row("created")).contains("Brand new");
        assertThat(row("refused")).contains("Broken", "must start with");
        stored().body("data.custom_actions.name", contains("Create ticket", "Find in directory", "Find elsewhere"));
        console.click(IMPORT);

        console.awaitText("[data-imported]", "1 created, 1 changed");
        console.awaitNames("Create ticket", "Find in directory", "Find elsewhere", "Brand new");
        stored().body("data.custom_actions[1].config.url", is("https://new.example.com/"));
    }

    @Test
    void shouldTellWhatWillBeMissing() {
        openPage();
        choose(documentOf("""
                {"name":"Another","action_type":"webhook",
                 "config":{"url":"https://api.example.com/","headers":{"X-Key":"********"}}}"""));

        console.awaitText(PLAN, "1 new");
        assertThat(row("created")).contains("Another has no", "X-Key");
    }

    @Test
    void shouldSayWhyAFileIsNoExport() {
        openPage();

        choose("<html>Not found</html>");
        console.awaitText("console-import .failure", "This is not JSON.");
        choose("{\"format\":\"custom-actions/2\",\"custom_actions\":[{}]}");

        console.awaitText("console-import .failure", "its format is not");
        assertThat(console.seen(IMPORT)).isEmpty();
    }

    @Test
    void shouldExportAllActionsWithoutSecrets() {
        openPage();

        var document = exported();

        assertThat(document.get("format")).isEqualTo("custom-actions/1");
        assertThat((List<?>) document.get("custom_actions")).hasSize(3);
        assertThat(document.toString()).contains("********").doesNotContain("X-Api-Key=secret");
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldExportThoseThatAreChosen() {
        openPage();
        console.click("[data-export-all]");
        console.click("console-export li:nth-child(3) input");
        console.awaitText("[data-export]", "Export 1 action");

        var actions = (List<Map<String, Object>>) exported().get("custom_actions");

        assertThat(actions)
                .singleElement()
                .satisfies(action -> assertThat(action)
                        .containsEntry("name", "Find elsewhere")
                        .doesNotContainKey("display_order"));
    }

    @Test
    void shouldTakeOverWhatItExported() {
        openPage();
        var document = exported();
        choose(asJson(document));

        console.awaitText(PLAN, "3 the same");
        assertThat(console.find(IMPORT).isEnabled()).isFalse();
    }

    private static String asJson(Object document) {
        try {
            return new ObjectMapper().writeValueAsString(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldBeForManagersOnly() {
        console.open(buttons.agent(), "?transfer");

        console.awaitText(".page .empty", "Only managers can export and import actions.");
    }
}
