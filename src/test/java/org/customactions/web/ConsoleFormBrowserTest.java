package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Actions are created and changed; what is wrong shows where it is; what they would do shows beside them. */
@QuarkusTest
@Full
class ConsoleFormBrowserTest extends ConsoleTest {

    private static final String SAVE = "[data-save]";
    private static final String URL = field("config.url");

    private void create(String name, String type) {
        open();
        console.click("[data-new]");
        console.type(field("name"), name);
        console.choose("action_type", type);
    }

    private void addHeader(int place, String name, String value) {
        console.click("[data-add-header]");
        var row = ".header-row:nth-of-type(%d) ".formatted(place);
        await().until(() -> console.script("return document.activeElement").equals(console.find(row + ".header-name")));
        press(name, Keys.TAB, value);
    }

    private UUID created(String name) {
        console.awaitNotice(name + " was created");
        return UUID.fromString(console.query().substring("?action=".length()));
    }

    /** What the last call changed. */
    private JsonPath sent(UUID action) {
        var calls = console.calls("PUT", ACTIONS + "/" + action);
        return JsonPath.from(calls.get(calls.size() - 1).getBodyAsString());
    }

    @Test
    void shouldCreateAWebhook() {
        create("Create ticket", "webhook");
        new Select(console.find("#field-config-method")).selectByVisibleText("PUT");
        console.type(URL, "https://api.example.com/tickets/");
        console.click("[data-field='config.url'] console-variable-menu button");
        console.click("[data-field='config.url'] [data-variable='contact.id']");
        addHeader(1, "X-Api-Key", "secret");
        console.typeCode("config.body", "{\"title\": \"Ticket\"}");
        console.type(field("config.result.toast"), "Ticket {{response.id}}");

        console.click(SAVE);

        stored(created("Create ticket"))
                .body("data.action_type", is("webhook"))
                .body("data.is_active", is(true))
                .body("data.config.method", is("PUT"))
                .body("data.config.url", is("https://api.example.com/tickets/{{contact.id}}"))
                .body("data.config.headers", hasEntry("X-Api-Key", "secret"))
                .body("data.config.body", is("{\"title\": \"Ticket\"}"))
                .body("data.config.result", equalTo(Map.of("toast", "Ticket {{response.id}}")));
    }

    @Test
    void shouldCreateALinkAfterTheOthers() {
        buttons.script("First", "return {}");
        create("Find", "url");
        console.type(URL, "https://example.com/?q={{contact.name}}");
        console.click("[data-field='config.open_in_new_tab'] input");
        console.click("[data-field='is_active'] input");
        console.choose("icon", "globe");

        console.click(SAVE);

        stored(created("Find"))
                .body("data.action_type", is("url"))
                .body("data.icon", is("globe"))
                .body("data.is_active", is(false))
                .body("data.display_order", is(1))
                .body(
                        "data.config",
                        equalTo(Map.of("url", "https://example.com/?q={{contact.name}}", "open_in_new_tab", false)));
        console.awaitNames("First", "Find");
    }

    @Test
    void shouldCreateAScript() {
        create("Note", "javascript");
        console.typeCode("config.code", "return { clipboard: ");
        console.click("[data-field='config.code'] console-variable-menu button");
        press(Keys.ARROW_DOWN, Keys.ENTER);
        press(" };");

        console.click(SAVE);

        stored(created("Note"))
                .body("data.action_type", is("javascript"))
                .body("data.config.code", is("return { clipboard: contact.phone_number };"));
    }

    @Test
    void shouldSendOnlyWhatWasChanged() {
        var action = buttons.link("Find", "https://example.com/", true);
        open(action);
        console.type(field("name"), "Find in directory");
        Api.as(manager())
                .body(Map.of("config", Map.of("url", "https://example.com/other")))
                .put(ACTIONS + "/{id}", action)
                .then()
                .statusCode(200);

        console.click(SAVE);

        console.awaitNotice("Someone else changed URL meanwhile; both changes are saved");
        assertThat(sent(action).getMap("$")).isEqualTo(Map.of("name", "Find in directory"));
        stored(action)
                .body("data.name", is("Find in directory"))
                .body("data.config.url", is("https://example.com/other"));
        assertThat(console.find(URL).getAttribute("value")).isEqualTo("https://example.com/other");
        assertThat(console.find(SAVE).isEnabled()).isFalse();
    }

    @Test
    void shouldSendSecretsThatWereNotTouchedAsTheirMask() {
        var action = buttons.webhook(
                "Create ticket",
                "https://api.example.com/",
                Map.of("headers", Map.of("X-Api-Key", "stored secret", "X-Other", "another")));
        open(action);
        console.find("[data-field='config.headers.X-Api-Key'] input[type=password]");
        console.type("[data-field='config.headers.X-Other'] .secret input", "replaced");
        console.type(URL, "https://api.example.com/v2");

        console.click(SAVE);

        console.awaitNotice("Saved");
        assertThat(sent(action).getMap("config.headers"))
                .isEqualTo(Map.of("X-Api-Key", "********", "X-Other", "replaced"));
        stored(action)
                .body("data.config.headers", equalTo(Map.of("X-Api-Key", "stored secret", "X-Other", "replaced")))
                .body("data.config.url", is("https://api.example.com/v2"));
    }

    @Test
    void shouldShowASecretWhereItIsAskedFor() {
        open(buttons.webhook(
                "Create ticket", "https://api.example.com/", Map.of("headers", Map.of("X-Api-Key", "secret"))));

        console.click("[data-field='config.headers.X-Api-Key'] .secret button");

        assertThat(console.find("[data-field='config.headers.X-Api-Key'] .secret input[type=text]")
                        .getAttribute("value"))
                .isEqualTo("secret");
    }

    @Test
    void shouldShowWhatIsWrongBesideItsField() {
        create("", "webhook");
        console.type(URL, "ftp://example.com/");
        addHeader(1, "Host", "example.com");

        console.click(SAVE);

        await().untilAsserted(() -> assertThat(console.complaint("name")).isEqualTo("Name is required"));
        assertThat(console.complaint("config.headers.Host"))
                .isEqualTo("The header Host is set by the service itself; remove it");
        assertThat(console.complaint("config.url")).contains("http");
        assertThat(console.find(field("name")).getAttribute("aria-describedby")).contains("field-name-error");
        await().until(() -> console.script("return document.activeElement.id").equals("field-name"));
        stored().body("data.custom_actions", hasSize(0));
    }

    @Test
    void shouldNotSendAHeaderTwice() {
        create("Create ticket", "webhook");
        console.type(URL, "https://api.example.com/");
        addHeader(1, "X-Key", "one");
        addHeader(2, "x-key", "two");

        console.click(SAVE);

        assertThat(console.complaint("config.headers.x-key"))
                .isEqualTo("Header x-key appears twice; header names ignore case");
        assertThat(console.calls("POST", ACTIONS)).isEmpty();
    }

    @Test
    void shouldMarkTheLineOfCodeThatIsWrong() {
        create("Note", "javascript");
        console.typeCode("config.code", "const one = 1;\nreturn }");

        console.click(SAVE);

        console.awaitText("[data-field='config.code'] .error", "line 2");
        await().until(() -> console.script("return document.querySelector('console-code-editor').shadowRoot"
                        + ".querySelector('.cm-faulty')?.textContent")
                .equals("return }"));
    }

    @Test
    void shouldShowWhatAWebhookWouldSendAsItIsTyped() {
        var contact = buttons.contact("Ada \"The Count\"");
        create("Create ticket", "webhook");
        console.type(URL, "https://api.example.com/?q={{contact.name}}&x={{contact.nothing}}");
        console.awaitText(".preview", "https://api.example.com/?q=Ada%20Example");

        console.click(".preview [role=combobox]");
        console.click(".preview [data-contact='%s']".formatted(contact));

        console.awaitText(".preview", "https://api.example.com/?q=Ada%20%22The%20Count%22");
        console.awaitText("[data-unknown]", "contact.nothing");
    }

    @Test
    void shouldShowWhatAScriptWouldDo() {
        create("Note", "javascript");

        console.typeCode("config.code", "console.log('seen'); return { toast: { message: 'Hi', type: 'info' } };");

        console.awaitText(".preview", "Notice (info)");
        console.awaitText(".preview", "seen");
    }

    @Test
    void shouldComplainOfAFieldWhileItIsTyped() {
        create("Find", "url");

        console.type(URL, "https://example.com/{{contact.name");

        console.awaitText("[data-field='config.url'] .error", "URL");
        console.awaitText(".preview", "No preview yet");
        console.type(URL, "https://example.com/{{contact.name}}");
        console.awaitGone("[data-field='config.url'] .error");
    }

    @Test
    void shouldKeepWhatWasTypedForAnotherType() {
        create("Find", "url");
        console.type(URL, "https://example.com/typed");

        console.choose("action_type", "javascript");
        console.code("config.code");
        console.choose("action_type", "url");

        assertThat(console.find(URL).getAttribute("value")).isEqualTo("https://example.com/typed");
    }

    @Test
    void shouldDiscardChanges() {
        open(buttons.link("Find", "https://example.com/", true));
        console.type(field("name"), "Another");

        console.click("[data-discard]");

        assertThat(console.find(field("name")).getAttribute("value")).isEqualTo("Find");
        console.awaitGone("[data-discard]");
    }
}
