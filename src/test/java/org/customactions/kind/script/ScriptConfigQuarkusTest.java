package org.customactions.kind.script;

import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.SCRIPT_CONFIG;
import static org.customactions.action.ActionBodies.action;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a javascript action's config. */
@QuarkusTest
class ScriptConfigQuarkusTest {
    private static final int MAX_CODE = 64 * 1024;

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    @ParameterizedTest
    @MethodSource("wrongValues")
    void shouldRefuseAWrongValue(String field, Object value, String message) {
        var answer = create(Bodies.with(SCRIPT_CONFIG, field, value));

        answer.spec(Refusals.field("config." + field, message));
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                arguments("code", null, "Code is required"),
                arguments("code", "", "Code is required"),
                arguments("code", " \n", "Code is required"),
                arguments("code", 5, "a string"),
                arguments("code", List.of("return {}"), "a string"),
                arguments("code", "//" + "x".repeat(MAX_CODE - 1), "64 KiB"),
                arguments("code", "//" + "ü".repeat(MAX_CODE / 2), "64 KiB"),
                arguments("code", "let a = 1\nlet b = = 2", "(line 2, column 9)"),
                arguments("code", "return {", "line 1"),
                arguments("code", "}); (async () => {", "line 1"),
                arguments("code", "} async function other() {", "line 1"),
                arguments("code", "import fs from 'fs'", "line 1"),
                arguments("url", "https://example.com", "\"url\" is not a known field"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return { toast: { message: `Hello ${contact.name}`, type: 'info' } }",
                "const x = await Promise.resolve(1)\nreturn { message: String(x) }",
                "// only a comment",
                "return \"{{contact.name\""
            })
    void shouldStoreCodeAsWritten(String code) {
        var answer = create(Map.of("code", code));

        answer.statusCode(201).body("data.config", equalTo(Map.of("code", code)));
    }

    @Test
    void shouldWarnOfWhatIsProbablyNotMeant() {
        var answer = create(Map.of("code", "return await fetch(contact.nmae)"));

        answer.statusCode(201)
                .body("data.warnings.field", everyItem(equalTo("config.code")))
                .body(
                        "data.warnings.message",
                        contains(
                                startsWith("fetch is not available (line 1)"),
                                equalTo("contact.nmae is not a known variable (line 1); did you mean contact.name?")));
    }

    @Test
    void shouldAcceptCodeOf64KiB() {
        var answer = create(Map.of("code", "//" + "ü".repeat(MAX_CODE / 2 - 1)));

        answer.statusCode(201);
    }

    private ValidatableResponse create(Map<String, ?> config) {
        return Api.as(manager).body(action("javascript", config)).post(ACTIONS).then();
    }
}
