package org.customactions.kind.url;

import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.customactions.action.ActionBodies.action;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a url action's config. */
@QuarkusTest
class LinkConfigQuarkusTest {
    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    @ParameterizedTest
    @MethodSource("wrongValues")
    void shouldRefuseAWrongValue(String field, Object value, String message) {
        var answer = create(Bodies.with(LINK_CONFIG, field, value));

        answer.spec(Refusals.field("config." + field, message));
    }

    static Stream<Arguments> wrongValues() {
        var scheme = "must start with http://, https://, mailto:, tel: or a single /";
        return Stream.of(
                arguments("url", null, "Url is required"),
                arguments("url", "", "Url is required"),
                arguments("url", List.of(), "a string"),
                arguments("url", "javascript:alert(1)", scheme),
                arguments("url", " JavaScript:alert(1)", scheme),
                arguments("url", "java\tscript:alert(1)", scheme),
                arguments("url", "data:text/html,x", scheme),
                arguments("url", "file:///etc/passwd", scheme),
                arguments("url", "vbscript:x", scheme),
                arguments("url", "//example.com/", "must not start with //"),
                arguments("url", "/\\example.com", "backslashes"),
                arguments("url", "whatsapp://send?phone=1", scheme),
                arguments("url", "\\\\example.com/", scheme),
                arguments("url", "example.com", scheme),
                arguments("url", "https:example.com", scheme),
                arguments("url", "{{contact.metadata.url}}", scheme),
                arguments("url", "{{{contact.metadata.url}}}/x", scheme),
                arguments("url", "{{contact.metadata.scheme}}://example.com/", scheme),
                arguments("url", "https://user:password@example.com/", "user name or password"),
                arguments("url", "https://user@example.com/", "user name or password"),
                arguments("url", "https://{{contact.name}}.example.com/", "unescaped variable"),
                arguments("url", "https://example.com/\nx", "spaces"),
                arguments("url", "https://example.com/" + "a".repeat(8_192), "8,192"),
                arguments("open_in_new_tab", "true", "true or false"),
                arguments("open_in_new_tab", 1, "true or false"),
                arguments("code", "return {}", "\"code\" is not a known field"),
                arguments("method", "GET", "\"method\" is not a known field"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example.com/search?q={{contact.phone_number}}",
                "http://localhost:3000/",
                "{{{contact.metadata.url}}}",
                "http://10.0.0.1/intranet",
                "mailto:{{contact.metadata.email}}?subject={{contact.name}}",
                "tel:{{contact.phone_number}}",
                "/contacts/{{contact.id}}",
                "https://{{{contact.metadata.host}}}/",
                "https://münchen.example/Straße"
            })
    void shouldAcceptLinks(String url) {
        var answer = create(Map.of("url", url));

        answer.statusCode(201).body("data.config", equalTo(Map.of("url", url, "open_in_new_tab", true)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldStoreWhetherToOpenANewTab(boolean newTab) {
        var answer = create(Bodies.with(LINK_CONFIG, "open_in_new_tab", newTab));

        answer.statusCode(201).body("data.config.open_in_new_tab", equalTo(newTab));
    }

    private ValidatableResponse create(Map<String, ?> config) {
        return Api.as(manager).body(action("url", config)).post(ACTIONS).then();
    }
}
