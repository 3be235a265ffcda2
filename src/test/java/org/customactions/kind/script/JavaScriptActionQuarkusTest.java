package org.customactions.kind.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a script's result steers the answer. */
@QuarkusTest
class JavaScriptActionQuarkusTest {

    private final Clicks clicks = new Clicks();

    @ParameterizedTest
    @ValueSource(strings = {"success", "error", "info", "warning"})
    void shouldShowTheToastThatTheScriptReturns(String type) {
        clicks.javascript("return { toast: { message: 'Hello ' + contact.name, type: '%s' } }".formatted(type))
                .body("data.success", is(true))
                .body("data.toast.message", is("Hello Ada"))
                .body("data.toast.type", is(type))
                .body("data.message", is("JavaScript action executed"));
    }

    @Test
    void shouldTakeMessageAndClipboardFromTheResult() {
        clicks.javascript("return { message: 'Found it', clipboard: contact.phone_number }")
                .body("data.message", is("Found it"))
                .body("data.clipboard", is("+1 555 0100"))
                .body("data.toast.message", is("Action completed"))
                .body("data.toast.type", is("success"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://crm.example.com/?q=1&r=ü,https://crm.example.com/?q=1&r=%C3%BC,true",
        "HTTP://CRM.example.com/,http://crm.example.com/,true",
        "/contacts/7,/contacts/7,true",
        "mailto:ada@example.com,mailto:ada@example.com,false",
        "tel:+15550100,tel:+15550100,false"
    })
    void shouldOpenTheUrlThroughARedirect(String returned, String url, boolean inNewTab) {
        var click = clicks.javascript("return { url: '%s' }".formatted(returned));

        click.body("data.success", is(true)).body("data.open_in_new_tab", is(inNewTab));
        assertThat(Clicks.destination(click)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//evil.example/",
                "relative",
                "/\\\\evil.example/",
                "https://user:secret@evil.example/",
                "https://a.example/ b",
                ""
            })
    void shouldFailOverAUrlThatMayNotBeOpened(String url) {
        clicks.javascript("return { url: '%s', clipboard: 'x' }".formatted(url))
                .body("data.success", is(false))
                .body("data.message", startsWith("JavaScript error: the url it returned cannot be opened: "))
                .body("data.toast.type", is("error"))
                .body("data", not(hasKey("redirect_url")))
                .body("data", not(hasKey("clipboard")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return 'https://a.example/'",
                "return 42",
                "return true",
                "return null",
                "return []",
                "return ['toast', 'url']",
                "return {}",
                "return { toast: 5, url: 5, clipboard: {}, message: ['x'] }",
                "return { toast: { message: 1, type: 'fatal' }, url: null, clipboard: null, message: null }",
                "return { toast: { type: 'INFO' } }",
                "return { success: 'false', redirect_url: '/x', open_in_new_tab: false, data: 1, other: 2 }"
            })
    void shouldIgnoreEverythingElse(String code) {
        assertDefaults(clicks.javascript(code)).body("data.data", hasKey("result"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "return", "return undefined", "return function () {}", "return Symbol('s')"})
    void shouldLeaveOutAResultThatJsonHasNoWordFor(String code) {
        assertDefaults(clicks.javascript(code + "\n// done")).body("data.data", not(hasKey("result")));
    }

    @Test
    void shouldFailIfTheScriptSaysSo() {
        clicks.javascript("return { success: false, message: 'No plan' }")
                .body("data.success", is(false))
                .body("data.outcome", is("reported_failure"))
                .body("data.message", is("No plan"))
                .body("data.toast.message", is("No plan"))
                .body("data.toast.type", is("error"));
    }

    @Test
    void shouldShowAToastThatIsAText() {
        clicks.javascript("return { toast: 'Copied!' }")
                .body("data.success", is(true))
                .body("data.toast.message", is("Copied!"))
                .body("data.toast.type", is("success"));
    }

    @Test
    void shouldOpenALinkInPlaceOfTheChatIfTheScriptSaysSo() {
        clicks.javascript("return { url: 'https://a.example/', open_in_new_tab: false }")
                .body("data.open_in_new_tab", is(false))
                .body("data", hasKey("redirect_url"));
    }

    @Test
    void shouldHandLongNumbersInAndOut() {
        clicks.forContact(Map.of("metadata", Map.of("order", 9007199254740993L)))
                .javascript("return { order: contact.metadata.order, type: typeof contact.metadata.order }")
                .body("data.data.result.order", is(9007199254740993L))
                .body("data.data.result.type", is("bigint"));
    }

    @Test
    void shouldDefaultAToastToASuccessThatIsCompleted() {
        clicks.javascript("return { toast: { message: 'Hi' } }")
                .body("data.toast.message", is("Hi"))
                .body("data.toast.type", is("success"));
        clicks.javascript("return { toast: { type: 'info' } }")
                .body("data.toast.message", is("Action completed"))
                .body("data.toast.type", is("info"));
    }

    @Test
    void shouldAnswerWithCodeContextResultAndLogs() {
        String code =
                "console.log('a', 1, {b: [true]});\nconsole.warn('w');\nreturn await Promise.resolve({ n: 1.5, l: [null] })";

        var click = clicks.forContact(Map.of("name", "Ada", "tags", List.of("vip"), "metadata", Map.of("k", 1)))
                .javascript(code);

        click.body("data.data.code", is(code))
                .body("data.data.result.n", is(1.5f))
                .body("data.data.result.l", contains((Object) null))
                .body("data.data.logs", contains("a 1 {\"b\":[true]}", "w"))
                .body("data.data.context.contact.name", is("Ada"))
                .body("data.data.context.contact.phone_number", is("+1 555 0100"))
                .body("data.data.context.contact.tags", contains("vip"))
                .body("data.data.context.contact.metadata.k", is(1))
                .body("data.data.context.user.role", is("agent"))
                .body(
                        "data.data.context.organization.id",
                        is(clicks.organization().toString()))
                .body("data.data.context.keySet().sort()", contains("contact", "organization", "user"))
                .body("data.data.keySet().sort()", contains("code", "context", "logs", "result"));
    }

    @ParameterizedTest
    @MethodSource("org.customactions.kind.webhook.WebhookEscapingQuarkusTest#hostileNames")
    void shouldHandAHostileNameInAsPlainText(String name) {
        clicks.forContact(Map.of("name", name))
                .javascript("return { clipboard: contact.name, message: context.contact.name }")
                .body("data.clipboard", is(name))
                .body("data.message", is(name))
                .body("data.data.logs", empty());
    }

    private static ValidatableResponse assertDefaults(ValidatableResponse click) {
        return click.body("data.success", is(true))
                .body("data.message", is("JavaScript action executed"))
                .body("data.toast.message", is("Action completed"))
                .body("data.toast.type", is("success"))
                .body("data", not(hasKey("redirect_url")))
                .body("data", not(hasKey("clipboard")))
                .body("data", not(hasKey("open_in_new_tab")));
    }
}
