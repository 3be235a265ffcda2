package org.customactions.kind.webhook;

import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.WEBHOOK_CONFIG;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of a webhook's URL, method and result. */
@QuarkusTest
class WebhookConfigQuarkusTest {
    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    @Test
    void shouldStoreDefaults() {
        var answer = create(Map.of("url", " https://api.example.com/{{contact.id}} "));

        answer.statusCode(201)
                .body(
                        "data.config",
                        equalTo(Map.of(
                                "url",
                                "https://api.example.com/{{contact.id}}",
                                "method",
                                "POST",
                                "headers",
                                Map.of(),
                                "body",
                                "")));
    }

    @ParameterizedTest
    @CsvSource({"post,POST", "Get,GET", "PUT,PUT", "pAtCh,PATCH"})
    void shouldStoreTheMethodInUpperCase(String sent, String stored) {
        var answer = create(Bodies.with(WEBHOOK_CONFIG, "method", sent));

        answer.statusCode(201).body("data.config.method", equalTo(stored));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void shouldRefuseAWrongValue(String field, Object value, String message) {
        var answer = create(Bodies.with(WEBHOOK_CONFIG, field, value));

        answer.spec(Refusals.field("config." + field, message));
    }

    static Stream<Arguments> wrongValues() {
        var scheme = "must start with http:// or https://";
        return Stream.of(
                arguments("url", null, "Url is required"),
                arguments("url", "", "Url is required"),
                arguments("url", " ", "Url is required"),
                arguments("url", 5, "a string"),
                arguments("url", "mailto:help@example.com", scheme),
                arguments("url", "tel:+15550100", scheme),
                arguments("url", "ftp://example.com/", scheme),
                arguments("url", "javascript:alert(1)", scheme),
                arguments("url", "//example.com/", scheme),
                arguments("url", "/tickets", scheme),
                arguments("url", "{{contact.metadata.url}}", scheme),
                arguments("url", "{{{contact.metadata.url}}}", scheme),
                arguments("url", "https://", "name a host"),
                arguments("url", "https://user:password@example.com/", "user name or password"),
                arguments("url", "https://{{contact.metadata.host}}/", "unescaped variable"),
                arguments("url", "https://example.com:99999/", "port"),
                arguments("url", "https://-my-service/", "letters, digits, hyphens, underscores and dots"),
                arguments(
                        "url",
                        "https://1.2.3.4.5/",
                        "Url: The host of the URL ends in a number but is not a valid IPv4 address"),
                arguments("url", "https://example.com/a b", "spaces"),
                arguments("url", "https://example.com/" + "a".repeat(8_192), "8,192"),
                arguments("method", "TRACE", "POST, GET, PUT, PATCH or DELETE"),
                arguments("method", "HEAD", "POST, GET, PUT, PATCH or DELETE"),
                arguments("method", "", "POST, GET, PUT, PATCH or DELETE"),
                arguments("method", "POST /", "POST, GET, PUT, PATCH or DELETE"),
                arguments("method", 5, "a string"),
                arguments("headers", "X-Key: 1", "an object"),
                arguments("headers", List.of(), "an object"),
                arguments("body", Map.of("id", 1), "a string"),
                arguments("result", "Done", "an object"),
                arguments("result", List.of(), "an object"),
                arguments("colour", "red", "\"colour\" is not a known field"),
                arguments("timeout", 5, "\"timeout\" is not a known field"),
                arguments("open_in_new_tab", true, "\"open_in_new_tab\" is not a known field"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://192.168.0.1:8080/{{contact.id}}",
                "http://172.31.255.255/",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://0xa9fea9fe/",
                "http://2852039166/",
                "http://0251.0376.0251.0376/",
                "http://[fd00::1]/",
                "http://[fe80::1]/",
                "http://[::ffff:10.0.0.1]/"
            })
    void shouldRefuseALiteralForbiddenAddress(String url) {
        var answer = create(Map.of("url", url));

        answer.spec(Refusals.field("config.url", "webhooks may not reach that network"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "HTTPS://API.example.com:8443/tickets?q={{contact.name}}&tags={{#contact.tags}}{{.}},{{/contact.tags}}#top",
                "https://{{{contact.metadata.region}}}.example.com/{{ contact.phone_number }}",
                "http://93.184.215.14/",
                "http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/"
            })
    void shouldAcceptWebUrls(String url) {
        var answer = create(Map.of("url", url));

        answer.statusCode(201).body("data.config.url", equalTo(url));
    }

    @ParameterizedTest
    @MethodSource("wrongResults")
    void shouldRefuseAWrongResult(String field, Object value, String message) {
        var answer = create(Bodies.with(WEBHOOK_CONFIG, "result", Bodies.of(field, value)));

        answer.spec(Refusals.field("config.result." + field, message));
    }

    static Stream<Arguments> wrongResults() {
        return Stream.of(
                arguments("toast", 5, "a string"),
                arguments("clipboard", List.of("x"), "a string"),
                arguments("url", true, "a string"),
                arguments("url", "javascript:alert({{response.id}})", "must start with"),
                arguments("url", "data:text/html,x", "must start with"),
                arguments("url", "//example.com/", "must not start with //"),
                arguments("url", "https://user@example.com/", "user name or password"),
                arguments("message", "Done", "\"message\" is not a known field"));
    }

    @Test
    void shouldStoreAResultThatUsesTheResponse() {
        var result = Map.of(
                "toast", "Ticket #{{response.id}} for {{contact.name}}",
                "clipboard", "{{response.ticket.key}}",
                "url", "https://help.example.com/tickets/{{response.id}}");

        var answer = create(Bodies.with(WEBHOOK_CONFIG, "result", result));

        answer.statusCode(201).body("data.config.result", equalTo(result));
    }

    private ValidatableResponse create(Map<String, ?> config) {
        return Api.as(manager).body(action("webhook", config)).post(ACTIONS).then();
    }
}
