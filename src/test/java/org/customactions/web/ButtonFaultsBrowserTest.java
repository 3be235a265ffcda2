package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

/** What an agent sees while something does not work, and how it works again. */
@Full
@QuarkusTest
class ButtonFaultsBrowserTest extends ChatTest {

    private static final String LIST = "/api/custom-actions";

    private UUID note() {
        return buttons.script("Note", "return { toast: { message: 'noted', type: 'info' } }");
    }

    private void failList(ResponseDefinitionBuilder answer) {
        page.gateway().server().stubFor(get(urlPathEqualTo(LIST)).willReturn(answer));
    }

    private void awaitError(String sentence) {
        await().untilAsserted(() -> assertThat(page.text(".failure")).startsWith(sentence));
    }

    private String expired() {
        return Tokens.agent(buttons.organization())
                .expiresIn(Duration.ofMinutes(-5))
                .sign();
    }

    @Test
    void shouldSayThatThereIsNoAction() {
        open();

        await().untilAsserted(() -> assertThat(page.text(".state")).isEqualTo("No actions"));
    }

    @Test
    void shouldShowNothingWithoutAContact() {
        note();

        browser.get("about:blank");
        page.open(contact, Map.of("data-token", buttons.agent()), "");
        page.button("Note");
        page.script("document.querySelector('custom-actions').removeAttribute('contact-id')");

        await().until(() -> page.buttons().isEmpty());
        assertThat(page.parts(".state")).isEmpty();
    }

    @Test
    void shouldTryAgainWhenTheServiceIsBack() {
        note();
        failList(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        open();
        awaitError("The service cannot be reached");

        page.restore();
        page.part(".failure .button").click();

        assertThat(page.button("Note").isDisplayed()).isTrue();
    }

    @Test
    void shouldTryAgainByItselfWhenTheNetworkIsBack() {
        note();
        failList(aResponse().withFault(Fault.EMPTY_RESPONSE));
        open();
        awaitError("The service cannot be reached");
        page.restore();

        page.script("window.dispatchEvent(new Event('online'))");

        assertThat(page.button("Note").isDisplayed()).isTrue();
    }

    @Test
    void shouldTryAgainByItselfWhenABusyServiceSaysSo() {
        note();
        failList(aResponse().withStatus(429).withHeader("Retry-After", "2").withBody("""
                {"status":"error","message":"Too many requests","error_type":"too_many_requests"}"""));
        open();
        awaitError("The service is busy. Try again in 2 s.");

        page.restore();

        assertThat(page.button("Note").isDisplayed()).isTrue();
    }

    @Test
    void shouldGetAnotherTokenWhenTheFirstIsRefused() {
        note();

        open(Map.of("data-tokens", expired() + " " + buttons.agent()), "");

        page.button("Note").click();
        page.awaitToast("info", "noted");
        assertThat(page.script("return globalThis.tokensAsked")).isEqualTo(2L);
    }

    @Test
    void shouldAskForAnotherTokenOnlyOnce() {
        open(Map.of("data-tokens", expired()), "");

        awaitError("Your session has expired. Sign in again.");
        assertThat(page.script("return globalThis.tokensAsked")).isEqualTo(2L);
    }

    @Test
    void shouldUseAReplacedTokenFunctionWithoutLoadingAgain() {
        var action = buttons.script("Note", "return { toast: { message: 'noted', type: 'info' } }");
        open(Map.of("data-tokens", buttons.agent()), "");
        page.button("Note");
        var other = buttons.agent();

        page.script("document.querySelector('custom-actions').getToken = () => arguments[0]", other);
        page.button("Note").click();

        page.awaitToast("info", "noted");
        assertThat(page.gateway().requests("/api/custom-actions/" + action + "/execute"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + other));
        assertThat(page.gateway().requests("/api/custom-actions")).hasSize(1);
    }

    @Test
    void shouldSendThePagesCookiesWhereThereIsNoToken() {
        open();
        browser.manage().addCookie(new Cookie("session", "of-the-agent"));

        open(Map.of(), "");

        awaitError("Your session has expired. Sign in again.");
        assertThat(page.gateway().requests(LIST)).last().satisfies(request -> {
            assertThat(request.getHeader("Cookie")).isEqualTo("session=of-the-agent");
            assertThat(request.getHeader("Authorization")).isNull();
        });
    }

    @Test
    void shouldSendTheSameClickAgainWhereItsAnswerWasLost() {
        var path = LIST + "/" + note() + "/execute";
        open();
        var button = page.button("Note");
        page.gateway().server().stubFor(post(path).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        button.click();
        page.awaitToast("error", "The service cannot be reached");

        page.restore();
        button.click();
        page.awaitToast("info", "noted");
        button.click();
        page.awaitEvents(3);

        List<String> keys = page.gateway().requests(path).stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .toList();
        assertThat(keys.subList(0, keys.size() - 1)).containsOnly(keys.get(0));
        assertThat(keys.get(keys.size() - 1)).isNotEqualTo(keys.get(0));
    }

    @Test
    void shouldSayWhyAnActionCannotBeRunAndReadTheListAgain() {
        var action = note();
        open();
        page.button("Note");
        Api.as(Tokens.manager(buttons.organization()).sign())
                .body(Map.of("is_active", false))
                .put("/api/custom-actions/{id}", action);

        page.button("Note").click();

        page.awaitToast("error", "Custom action is not active");
        await().until(() -> page.buttons().isEmpty());
    }

    @Test
    void shouldSayWhenSomethingElseAnswers() {
        failList(aResponse().withStatus(200).withBody("<html>Welcome</html>"));

        open();

        awaitError("The answer of the service could not be read");
    }
}
