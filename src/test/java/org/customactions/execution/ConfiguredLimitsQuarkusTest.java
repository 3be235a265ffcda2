package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of an execution, as an operator has set it. */
@Full
@QuarkusTest
@TestProfile(Strict.class)
class ConfiguredLimitsQuarkusTest {

    private static final int LONGER_THAN_THE_TIMEOUT = 20_000;

    private final Clicks clicks = new Clicks();

    @Test
    void shouldGiveUpAnUpstreamThatDoesNotAnswerInTime() {
        Hook hook = Hook.answering(ok().withFixedDelay(LONGER_THAN_THE_TIMEOUT));

        assertFailed(clicks.webhook(hook, Map.of()), "Webhook timed out after 4 s");
    }

    @Test
    void shouldGiveUpAnUpstreamWhoseBodyDoesNotEndInTime() {
        Hook hook = Hook.answering(ok("a slow body").withChunkedDribbleDelay(10, LONGER_THAN_THE_TIMEOUT));

        assertFailed(clicks.webhook(hook, Map.of()), "Webhook timed out after 4 s");
        assertThat(hook.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGiveUpAResponseThatIsTooLarge(boolean declared) {
        var response = ok("x".repeat(1025)).withHeader("Content-Type", "text/plain");
        Hook hook = Hook.answering(declared ? response.withHeader("Content-Length", "1025") : response);

        assertFailed(clicks.webhook(hook, Map.of()), "Webhook response is larger than 1 KiB");
        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldGiveUpALargeResponseOfAFailedCallToo() {
        Hook hook = Hook.answering(aResponse().withStatus(500).withBody("x".repeat(1025)));

        assertFailed(clicks.webhook(hook, Map.of()), "Webhook response is larger than 1 KiB");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTakeAResponseThatIsJustNotTooLarge(boolean declared) {
        var response = ok("x".repeat(1024)).withHeader("Content-Type", "text/plain");
        Hook hook = Hook.answering(declared ? response.withHeader("Content-Length", "1024") : response);

        clicks.webhook(hook, Map.of()).body("data.success", is(true)).body("data.data.body", is("x".repeat(1024)));
    }

    @Test
    void shouldStopAScriptAtTheTimeout() {
        clicks.javascript("for (;;) {}")
                .body("data.success", is(false))
                .body("data.message", is("JavaScript stopped: it ran longer than 0.5 s"));
    }

    @Test
    void shouldEndARedirectWithItsLifetime() {
        clicks.url("https://lifetime.example/");

        Number seconds = ServiceResource.database()
                .queryValue(
                        Number.class,
                        "select extract(epoch from expires_at - now()) from redirect_tokens where url = ?",
                        "https://lifetime.example/");
        assertThat(seconds.doubleValue()).isBetween(-60.0, 7.0);
    }

    private static void assertFailed(ValidatableResponse click, String message) {
        click.body("data.success", is(false))
                .body("data.message", is(message))
                .body("data.toast.message", is(message))
                .body("data.toast.type", is("error"))
                .body("data", not(hasKey("data")));
    }
}
