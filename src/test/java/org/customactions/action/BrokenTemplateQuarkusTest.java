package org.customactions.action;

import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.WEBHOOK_CONFIG;
import static org.customactions.action.ActionBodies.action;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Full;
import org.customactions.support.Refusals;
import org.customactions.support.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every template of a config is checked when it is saved. */
@Full
@QuarkusTest
class BrokenTemplateQuarkusTest {
    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    @ParameterizedTest
    @MethodSource("places")
    void shouldNameThePlaceOfABrokenTemplate(String type, String field, Map<String, Object> config, String position) {
        var answer = Api.as(manager).body(action(type, config)).post(ACTIONS).then();

        answer.spec(Refusals.field(field, "(" + position));
    }

    static Stream<Arguments> places() {
        var url = "https://example.com/{{>partial}}";
        return Stream.of(
                arguments("url", "config.url", Map.of("url", url), "line 1, column 21"),
                arguments("webhook", "config.url", Map.of("url", url), "line 1, column 21"),
                arguments("webhook", "config.body", webhook("body", "{\n  \"a\":{{>partial}}}"), "line 2, column 7"),
                arguments(
                        "webhook",
                        "config.headers.X-Key",
                        webhook("headers", Map.of("X-Key", "a {{>partial}}")),
                        "line 1, column 3"),
                arguments(
                        "webhook",
                        "config.result.toast",
                        webhook("result", Map.of("toast", "a\nb {{>partial}}")),
                        "line 2, column 3"),
                arguments(
                        "webhook",
                        "config.result.clipboard",
                        webhook("result", Map.of("clipboard", "{{>partial}}")),
                        "line 1, column 1"),
                arguments("webhook", "config.result.url", webhook("result", Map.of("url", url)), "line 1, column 21"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{>partial}}",
                "{{=<% %>=}}",
                "{{contact.name",
                "{{contact.name}",
                "{{{contact.name}}",
                "{{}}",
                "{{#contact.tags}}",
                "{{^contact.tags}}",
                "{{/contact.tags}}",
                "{{#contact.tags}}{{/contact.name}}",
                "{{#a}}{{#b}}{{/a}}{{/b}}",
                "{{contact name}}",
                "{{$block}}{{/block}}",
                "{{<parent}}{{/parent}}"
            })
    void shouldRefuseWhatIsNoVariableOrSection(String template) {
        var config = Bodies.with(
                WEBHOOK_CONFIG, "headers", Map.of("Content-Type", "text/plain", "X-Key", "key: " + template));

        var answer =
                Api.as(manager).body(action("webhook", config)).post(ACTIONS).then();

        answer.spec(Refusals.field("config.headers.X-Key", "(line 1, column "));
    }

    private static Map<String, Object> webhook(String field, Object value) {
        return Bodies.with(WEBHOOK_CONFIG, field, value);
    }
}
