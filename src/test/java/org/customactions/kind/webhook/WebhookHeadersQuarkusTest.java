package org.customactions.kind.webhook;

import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.WEBHOOK_CONFIG;
import static org.customactions.action.ActionBodies.action;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
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

/** The rules of a webhook's headers. */
@QuarkusTest
class WebhookHeadersQuarkusTest {
    private static final int MAX_BODY = 256 * 1024;

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void shouldRefuseAWrongHeader(String name, Object value, String message) {
        var answer = create("headers", Bodies.of(name, value));

        answer.spec(Refusals.field("config.headers." + name, message));
    }

    static Stream<Arguments> wrongHeaders() {
        var name = "A header name must be";
        var control = "must not hold line breaks or control characters";
        var values = Stream.of(
                arguments("X Key", "x", name),
                arguments("X:Key", "x", name),
                arguments("X-Këy", "x", name),
                arguments("X-Key\r\nX-Other", "x", name),
                arguments("{{contact.name}}", "x", name),
                arguments("X-Key", 5, "a string"),
                arguments("X-Key", List.of("x"), "a string"),
                arguments("X-Key", "v".repeat(4_097), "4,096"),
                arguments("X-Key", "a\rb", control),
                arguments("X-Key", "a\nb", control),
                arguments("X-Key", "a\r\nX-Other: b", control),
                arguments("X-Key", "a\u0007b", control),
                arguments("X-Key", "a\u0085b", control),
                arguments("X-Key", "a\u2028b", control),
                arguments("X-Key", "{{contact.name", "(line 1, column 1)"));
        var refused = Stream.of(
                        "Connection",
                        "Keep-Alive",
                        "Proxy-Authenticate",
                        "Proxy-Authorization",
                        "Proxy-Connection",
                        "TE",
                        "Trailer",
                        "Transfer-Encoding",
                        "Upgrade",
                        "HTTP2-Settings",
                        "Expect",
                        "Host",
                        "Content-Length",
                        "hOsT",
                        "content-length",
                        "transfer-ENCODING")
                .map(header -> arguments(header, "x", header + " is set by the service itself"));
        return Stream.concat(values, refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Content-Type | {{contact.metadata.fmt}}             | must be written out
            content-TYPE | application/json{{contact.name}}     | must be written out
            Content-Type | text/plain; charset=nonsense         | charset that is not known
            Content-Type | application/json; charset=gbk        | JSON is UTF-8
            content-type | Application/JSON;Charset="utf-16"    | JSON is UTF-8
            """)
    void shouldRefuseAContentTypeThatDoesNotSayHowTheBodyIsWritten(String name, String value, String message) {
        var answer = create("headers", Map.of(name, value));

        answer.spec(Refusals.field("config.headers." + name, message));
    }

    @Test
    void shouldRefuseAHeaderWithoutAName() {
        var answer = create("headers", Map.of("", "x"));

        answer.spec(Refusals.field("config.headers", "A header name must be"));
    }

    @Test
    void shouldRefuseTheSameHeaderInTwoSpellings() {
        var answer = create("headers", Bodies.with(Bodies.of("X-Key", "a"), "x-key", "b"));

        answer.spec(Refusals.field("config.headers.x-key", "appears twice"));
    }

    @Test
    void shouldRefuseFiftyOneHeaders() {
        var answer = create("headers", headers(51));

        answer.spec(Refusals.field("config.headers", "at most 50"));
    }

    @Test
    void shouldAcceptFiftyHeadersOfAnyTokenAndLength() {
        var headers = headers(47);
        headers.put("!#$%&'*+-.^_`|~09azAZ", "tab\tand ünïcode");
        headers.put("X-Long", "v".repeat(4_096));
        headers.put("X-Empty", "");

        var answer = create("headers", headers);

        answer.statusCode(201).body("data.config.headers", equalTo(headers));
    }

    private static Map<String, String> headers(int count) {
        var headers = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            headers.put("X-Key-" + i, "{{contact.id}}");
        }
        return headers;
    }

    private ValidatableResponse create(String field, Object value) {
        return create(Bodies.with(WEBHOOK_CONFIG, field, value));
    }

    private ValidatableResponse create(Map<String, ?> config) {
        return Api.as(manager).body(action("webhook", config)).post(ACTIONS).then();
    }
}
