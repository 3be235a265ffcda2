package org.customactions.kind.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a script ends if it fails or exceeds a limit. */
@QuarkusTest
class JavaScriptFailureQuarkusTest {

    private final Clicks clicks = new Clicks();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new Error('no such plan')|JavaScript error: no such plan (line 1)",
                "const a = 1;~~throw new TypeError('late')|JavaScript error: late (line 3)",
                "await null;~nothing.at.all|JavaScript error: nothing is not defined (line 2)",
                "function f() {~  return contact.x.y }~return f()|JavaScript error: Cannot read property 'y' of undefined (line 2)",
                "throw 'only text'|JavaScript error: only text",
                "return await Promise.reject(new Error('rejected'))|JavaScript error: rejected (line 1)"
            })
    void shouldNameTheErrorAndItsLine(String code, String message) {
        assertFailed(clicks.javascript(code.replace('~', '\n')), message);
    }

    @Test
    void shouldFailWithAResultThatIsNestedTooDeepForAnyAnswer() {
        var nested = "let x = [];\nfor (let i = 1; i < %d; i++) x = [x];\nreturn x";

        assertFailed(
                clicks.javascript(nested.formatted(999)),
                "JavaScript error: The result is nested deeper than 900 levels");
        // As text, because REST Assured's reader of JSON does not go that deep.
        assertThat(clicks.javascript(nested.formatted(900)).extract().asString())
                .contains("\"success\":true");
    }

    @Test
    void shouldHandOnWhatWasLoggedBeforeTheError() {
        String code = "console.log('before');\nthrow new Error('x')";

        clicks.javascript(code)
                .body("data.success", is(false))
                .body("data.data.code", is(code))
                .body("data.data.logs", contains("before"))
                .body("data.data.context", hasKey("contact"))
                .body("data.data", not(hasKey("result")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "await null; do {} while (true)",
                "try { for (;;) {} } catch { for (;;) {} } finally { for (;;) {} }"
            })
    void shouldStopAScriptThatRunsTooLong(String code) {
        assertFailed(clicks.javascript(code), "JavaScript stopped: it ran longer than 1 s");
    }

    @Test
    void shouldRunTheNextScriptAfterOneWasStopped() {
        clicks.javascript("for (;;) {}").body("data.success", is(false));

        clicks.javascript("return { message: 'fine' }").body("data.message", is("fine"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return )|.*\\(line 1, column 8\\)",
                "const a = 1;~const a = 2;|.*\\(line 2, column 7\\)",
                "let x = {|.*\\(line 1, column \\d+\\)",
                "}) (function () {|.*\\(line 1, column 1\\)",
                "import fs from 'fs'|.*\\(line 1, column \\d+\\)"
            })
    void shouldRefuseASyntaxErrorWhenItIsSavedWithItsPlace(String code, String message) {
        Api.as(Tokens.manager(clicks.organization()).sign())
                .body(Map.of(
                        "name", "Script",
                        "action_type", "javascript",
                        "config", Map.of("code", code.replace('~', '\n'))))
                .post("/api/custom-actions")
                .then()
                .statusCode(400)
                .body("error_type", is("validation_error"))
                .body("message", matchesPattern("Code is not valid JavaScript: " + message))
                .body("errors.field", contains("config.code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java",
                "Packages",
                "Polyglot",
                "Graal",
                "java",
                "load",
                "loadWithNewGlobal",
                "print",
                "quit",
                "require",
                "process",
                "fetch",
                "XMLHttpRequest",
                "WebAssembly",
                "SharedArrayBuffer"
            })
    void shouldNotReachTheHost(String name) {
        clicks.javascript("return { message: typeof globalThis['%s'] + typeof %s }".formatted(name, name))
                .body("data.message", is("undefinedundefined"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return contact.constructor.constructor('return typeof Java')()",
                "return this === undefined || typeof this.Java === 'undefined' ? 'undefined' : 'reached'",
                "return (async () => {}).constructor('return typeof Packages')()",
                "return typeof contact.getClass",
                "return typeof contact.tags.getClass"
            })
    void shouldNotReachTheHostByADetour(String code) {
        clicks.javascript(code).body("data.data.result", is("undefined"));
    }

    @Test
    void shouldNotImportAModule() {
        clicks.javascript("return (await import('fs')).readFileSync('/etc/passwd')")
                .body("data.success", is(false));
    }

    @Test
    void shouldStartEachRunAnew() {
        clicks.javascript("globalThis.left = 1; Object.prototype.left = 2; contact.name = 'changed'");

        clicks.javascript("return [typeof left, typeof {}.left, contact.name]")
                .body("data.data.result", contains("undefined", "undefined", "Ada"));
    }

    private static void assertFailed(ValidatableResponse click, String message) {
        click.body("status", is("success"))
                .body("data.success", is(false))
                .body("data.message", is(message))
                .body("data.toast.message", is(message))
                .body("data.toast.type", is("error"))
                .body("data", hasKey("execution_id"));
    }
}
