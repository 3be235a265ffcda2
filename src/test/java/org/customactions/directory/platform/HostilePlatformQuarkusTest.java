package org.customactions.directory.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.sun.net.httpserver.HttpHandler;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.customactions.support.Api;
import org.customactions.support.Metrics;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform that is slow, down, wrong or hostile costs its own contacts and nothing else. */
@QuarkusTest
@TestProfile(TestPlatform.Asked.class)
class HostilePlatformQuarkusTest {

    private static final String ADA = "{\"name\":\"Ada\"}";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final String agent = Tokens.agent(UUID.randomUUID()).sign();

    @BeforeEach
    void haveAContact() {
        TestPlatform.has("good", ADA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "large",
                "endless",
                "endless error",
                "endless lines",
                "nested",
                "text",
                "broken",
                "empty",
                "redirect",
                "status",
                "nameless",
                "slow",
                "half",
                "cut"
            })
    void shouldStandWhateverThePlatformAnswers(String fault) {
        var path = "/contacts/" + fault.replace(' ', '-');
        var isFollowed = new AtomicBoolean();
        TestPlatform.at("/private", exchange -> {
            isFollowed.set(true);
            TestPlatform.answering(200, "application/json", ADA).handle(exchange);
        });
        TestPlatform.at(path, handler(fault));

        var answer =
                Api.as(agent).get("/api/contacts/{id}", fault.replace(' ', '-')).then();

        answer.statusCode(503)
                .header("Retry-After", "2")
                .body("message", containsString("The chat platform cannot be asked"));
        assertThat(isFollowed).isFalse();
        assertThat(TestPlatform.calls(path)).hasSize(fault.equals("cut") ? 2 : 1);
        Api.as(agent).get("/api/contacts/good").then().statusCode(200);
    }

    private static HttpHandler handler(String fault) {
        var json = "application/json";
        return switch (fault) {
            case "large" ->
                TestPlatform.answering(200, json, "{\"name\":\"%s\"}".formatted("x".repeat(10 * 1024 * 1024)));
            case "endless" -> TestPlatform.endless(200, json);
            case "endless error" -> TestPlatform.endless(500, json);
            case "endless lines" -> TestPlatform.endless(200, "application/x-ndjson");
            case "nested" -> TestPlatform.answering(200, json, "[".repeat(100_000));
            case "text" -> TestPlatform.answering(200, "text/html", "<html>");
            case "broken" -> TestPlatform.answering(200, json, "{\"name\":");
            case "empty" -> TestPlatform.answering(204, json, "");
            case "nameless" -> TestPlatform.answering(200, json, "{\"id\":7}");
            case "status" -> TestPlatform.answering(500, json, ADA);
            case "redirect" ->
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/private");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                };
            case "half" ->
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", json);
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    throw new IOException("The platform falls over");
                };
            case "slow" ->
                exchange -> {
                    TestPlatform.pause(10_000);
                    exchange.close();
                };
            default -> exchange -> exchange.close();
        };
    }

    @Test
    void shouldLeaveAPlatformAloneThatIsDown() {
        TestPlatform.at("/contacts/down", TestPlatform.answering(500, "application/json", "{}"));
        for (int i = 0; i < 30; i++) {
            Api.as(agent).get("/api/contacts/down").then().statusCode(503);
        }

        assertThat(TestPlatform.calls("/contacts/down")).hasSizeBetween(10, 20);
        // A path in a label would be a series for each contact.
        assertThat(new Metrics(management).lines())
                .noneMatch(line -> line.contains("contacts/down") || line.contains("contacts/good"));
        // Another organization's calls are its own.
        Api.as(Tokens.agent(UUID.randomUUID()).sign())
                .get("/api/contacts/good")
                .then()
                .statusCode(200);
        assertThat(
                        new Metrics(management)
                                .value(
                                        "custom_actions_directory_calls_seconds_count{call=\"contact\",outcome=\"circuit_open\"}"))
                .isPositive();
    }
}
