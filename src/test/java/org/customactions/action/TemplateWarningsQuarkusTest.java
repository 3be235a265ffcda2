package org.customactions.action;

import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.action;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.PreviewCalls;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** What is accepted and probably not meant is told when an action is saved or previewed, and at no other time. */
@QuarkusTest
class TemplateWarningsQuarkusTest {

    private static final String SENTENCE = "contact.nmae is not a known variable; did you mean contact.name?";
    private static final Map<String, Object> MISSPELT = Map.of(
            "url",
            "https://api.example.com/{{contact.nmae}}",
            "headers",
            Map.of("X-Name", "{{contact.nmae}}"),
            "body",
            "{\"a\":\"{{contact.nmae}}\"}",
            "result",
            Map.of("toast", "{{response.id}} {{contact.nmae}}"));

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    @Test
    void shouldWarnWhenAnActionIsSaved() {
        var created =
                Api.as(manager).body(action("webhook", MISSPELT)).post(ACTIONS).then();

        created.statusCode(201)
                .body(
                        "data.warnings.field",
                        contains("config.url", "config.headers.X-Name", "config.body", "config.result.toast"))
                .body("data.warnings.message", contains(SENTENCE, SENTENCE, SENTENCE, SENTENCE));
        String id = created.extract().path("data.id");
        Api.as(manager).get(ACTION, id).then().body("data", not(hasKey("warnings")));
        Api.as(manager).body(Map.of("name", "Other")).put(ACTION, id).then().body("data", not(hasKey("warnings")));
        Api.as(manager)
                .body(Map.of(
                        "config", Map.of("url", "https://api.example.com/", "body", "{\"a\":\"{{now}}{{input.x}}\"}"),
                        "inputs", List.of(Map.of("name", "x", "label", "X", "type", "text"))))
                .put(ACTION, id)
                .then()
                .statusCode(200)
                .body("data", not(hasKey("warnings")));
        Api.as(manager)
                .body(Map.of("config", MISSPELT))
                .put(ACTION, id)
                .then()
                .statusCode(200)
                .body("data.warnings.size()", is(4));
    }

    @Test
    void shouldWarnOfWhatIsNoInputOfTheAction() {
        var inputs = List.of(Map.of("name", "reason", "label", "Reason", "type", "text"));
        var config = Map.of(
                "url", "https://api.example.com/{{input.reason}}", "body", "{\"a\":\"{{input.raeson}}{{input.b.c}}\"}");
        var misspelt = "input.raeson is not a known variable; did you mean input.reason?";
        var unknown = "input.b.c is not a known variable";

        var created = Api.as(manager)
                .body(Bodies.with(action("webhook", config), "inputs", inputs))
                .post(ACTIONS)
                .then();

        created.statusCode(201)
                .body("data.warnings.field", contains("config.body", "config.body"))
                .body("data.warnings.message", contains(misspelt, unknown));
        String id = created.extract().path("data.id");
        Api.as(manager)
                .body(Map.of("config", config))
                .put(ACTION, id)
                .then()
                .body("data.warnings.message", contains(misspelt, unknown));
        Api.as(manager)
                .body(Map.of("inputs", List.of(Map.of("name", "raeson", "label", "Reason", "type", "text"))))
                .put(ACTION, id)
                .then()
                .statusCode(200)
                .body(
                        "data.warnings.message",
                        contains("input.reason is not a known variable; did you mean input.raeson?", unknown));
        Api.as(manager).body(Map.of("name", "Other")).put(ACTION, id).then().body("data", not(hasKey("warnings")));
    }

    @Test
    void shouldWarnInAPreviewOfWhatIsNearlyAnInput() {
        var config = Map.of("url", "https://api.example.com/{{input.raeson}}/{{input.optional}}");

        Api.as(manager)
                .body(Map.of("action_type", "url", "config", config, "inputs", Map.of("reason", "late")))
                .post(ACTIONS + "/preview")
                .then()
                .statusCode(200)
                .body(
                        "data.warnings.message",
                        contains("input.raeson is not a known variable; did you mean input.reason?"));
    }

    @Test
    void shouldWarnInAPreview() {
        var preview = new PreviewCalls();

        preview.of("webhook", MISSPELT).statusCode(200).body("data.warnings.size()", is(4));
        preview.of("url", Map.of("url", "https://crm.example.com/?f={\"n\":\"{{contact.name}}\"}"))
                .statusCode(200)
                .body("data.warnings.field", contains("config.url"))
                .body(
                        "data.warnings.message",
                        contains("contact.name stands in JSON in the parameter f, where nothing escapes it;"
                                + " write {{contact.name | json}} there, without quotes around it"));
        preview.of(
                        "url",
                        Map.of(
                                "url",
                                "https://crm.example.com/{{contact.id}}?a={{action.name}}&e={{execution.id}}&n={{now}}"))
                .statusCode(200)
                .body("data", not(hasKey("warnings")))
                .body("data.unknown_variables.size()", is(0));
    }
}
