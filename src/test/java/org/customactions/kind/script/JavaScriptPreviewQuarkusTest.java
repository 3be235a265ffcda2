package org.customactions.kind.script;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.customactions.execution.Clicks;
import org.customactions.execution.PreviewCalls;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.junit.jupiter.api.Test;

/** A preview of a script runs it. */
@QuarkusTest
class JavaScriptPreviewQuarkusTest {

    private final PreviewCalls previews = new PreviewCalls();

    @Test
    void shouldShowWhatAScriptDoes() {
        Map<String, Object> config = Map.of(
                "code",
                "console.log('hi'); return { message: 'Done', clipboard: contact.name, url: 'https://a.example/x',"
                        + " toast: { message: 'Hello ' + contact.name, type: 'info' } }");
        var contact = Api.createContact(previews.organization(), PreviewCalls.CONTACT);

        var preview = previews.of("javascript", config, contact).statusCode(200);

        var action = Api.createAction(previews.organization(), "javascript", config);
        var executed = Api.execute(previews.manager(), action, contact);
        preview.body("data.duration_ms", greaterThanOrEqualTo(0)).body("data", not(hasKey("warnings")));
        for (var field : List.of("success", "message", "toast", "clipboard", "data")) {
            preview.body("data." + field, equalTo(executed.extract().path("data." + field)));
        }
        preview.body("data.url", equalTo(Clicks.destination(executed)));
    }

    @Test
    void shouldShowHowAScriptFails() {
        previews.of("javascript", Map.of("code", "throw new Error('no')"))
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.message", is("JavaScript error: no (line 1)"))
                .body("data", not(hasKey("url")));
    }

    @Test
    void shouldShowWhatAScriptDoesInVain() {
        previews.of("javascript", Map.of("code", "return { clipboard: 42, redirect_url: '/x' }"))
                .statusCode(200)
                .body("data.success", is(true))
                .body(
                        "data.data.logs",
                        contains(
                                "ignored: clipboard is a number; return a text",
                                "ignored: redirect_url; return url instead"))
                .body("data.warnings.field", everyItem(is("config.code")))
                .body(
                        "data.warnings.message",
                        contains(
                                "clipboard is a number (line 1), which has no effect; return a text",
                                "redirect_url has no effect (line 1); return url instead"));
    }

    @Test
    void shouldRunWhereThePageSaysThatTheAgentIs() {
        var body = Map.of(
                "action_type",
                "javascript",
                "config",
                Map.of("code", "return { message: new Date('2026-07-01T09:00').toISOString() }"),
                "context",
                Map.of("time_zone", "Europe/Berlin", "locale", "de-DE"));

        Api.as(previews.manager())
                .body(body)
                .post("/api/custom-actions/preview")
                .then()
                .statusCode(200)
                .body("data.message", is("2026-07-01T07:00:00.000Z"));
    }

    @Test
    void shouldRefuseASyntaxError() {
        previews.of("javascript", Map.of("code", "return {")).spec(Refusals.field("config.code", "line 1"));
    }
}
