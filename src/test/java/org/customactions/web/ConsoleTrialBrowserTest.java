package org.customactions.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.web.ConsoleWindow.field;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Receiver;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A draft is tried before any agent has it, and its answer helps to write what agents see. */
@QuarkusTest
class ConsoleTrialBrowserTest extends ConsoleTest {

    private static final String PANE = "console-trial-pane";
    private static final String OUTCOME = "[data-outcome]";
    private static final String NOTICE = field("config.result.toast");
    private static final String PAGE = field("config.result.url");
    private static final String ANSWER = """
            {"id":4711,"html_url":"https://tickets.example.com/4711","ticket":{"@odata.id":"t/1","tags":["late"]}}""";

    private final Receiver receiver = ServiceResource.receiver();
    private UUID ada;

    @BeforeEach
    void answer() {
        ada = buttons.contact("Ada");
        receiver.server().stubFor(post("/hook").willReturn(okJson(ANSWER)));
    }

    private UUID webhook(Map<String, Object> further) {
        return buttons.webhook("Create ticket", receiver.url("/hook"), further);
    }

    private void openTrial(UUID action) {
        console.open(manager(), "?action=" + action + "&tab=try");
        chooseAda();
    }

    private void chooseAda() {
        console.type(PANE + " [role=combobox]", "Ada");
        console.click(PANE + " [data-contact='%s']".formatted(ada));
    }

    private String value(String selector) {
        return console.find(selector).getAttribute("value");
    }

    @Test
    void shouldRunADraftOfAnInactiveActionAndShowTheExchange() {
        var action = webhook(Map.of("headers", Map.of("X-Key", "top-secret"), "body", "{\"a\":1}"));
        Api.as(manager()).body(Map.of("is_active", false)).put(ACTIONS + "/{id}", action);
        openTrial(action);
        console.typeCode("config.body", "\"draft of {{contact.name}}\"");

        console.click("[data-run]");

        console.awaitText("[data-answer]", "Status 200");
        console.awaitText(OUTCOME, "\"id\": 4711,");
        assertThat(console.find("[data-exchange]").getText())
                .contains("POST " + receiver.url("/hook"), "X-Key: ********", "draft of Ada", " ms")
                .doesNotContain("top-secret");
        assertThat(receiver.requests("/hook")).singleElement().satisfies(sent -> {
            assertThat(sent.getHeader("X-Key")).isEqualTo("top-secret");
            assertThat(sent.getBodyAsString()).isEqualTo("\"draft of Ada\"");
        });
        stored(action).body("data.config.body", is("{\"a\":1}")).body("data.is_active", is(false));
    }

    @Test
    void shouldInsertAPartOfTheAnswerIntoTheFieldThatWasEditedLast() {
        openTrial(webhook(Map.of()));
        console.click("[data-run]");
        console.find("[data-path='response.id']");
        console.type(NOTICE, "Ticket ");

        console.click("[data-path='response.id']");

        assertThat(value(NOTICE)).isEqualTo("Ticket {{response.id}}");
        console.awaitText("[data-result]", "Ticket 4711");
        console.click(PAGE);
        console.click("[data-path='response.html_url']");
        assertThat(value(PAGE)).isEqualTo("{{{response.html_url}}}");
        console.awaitText("[data-result]", "https://tickets.example.com/4711");
        console.click(field("config.result.clipboard"));
        console.click("[data-path='response.ticket.[@odata.id]']");
        assertThat(value(field("config.result.clipboard"))).isEqualTo("{{response.ticket.[@odata.id]}}");
        console.awaitText("[data-result]", "t/1");
        assertThat(receiver.requests("/hook")).hasSize(1);
        console.click("#tab-settings");
        console.awaitText(".preview [data-result]", "Ticket 4711");
    }

    @Full
    @Test
    void shouldTryANewActionThatIsNotSaved() {
        console.open(manager(), "?new");
        console.type(field("config.url"), receiver.url("/hook"));
        console.click("#tab-try");
        chooseAda();

        console.click("[data-run]");

        console.awaitText(OUTCOME, "Webhook executed successfully");
        assertThat(stored().extract().<List<?>>path("data.custom_actions")).isEmpty();
        assertThat(value(field("config.url"))).isEqualTo(receiver.url("/hook"));
    }

    @Full
    @Test
    void shouldRunWithInputsAndContext() {
        var action = buttons.action(
                "Refund",
                "ticket",
                "webhook",
                Map.of("url", receiver.url("/hook"), "body", "{\"r\":\"{{input.reason}}\",\"c\":\"{{context.chat}}\"}"),
                Map.of("inputs", List.of(Map.of("name", "reason", "label", "Reason", "type", "text"))));
        openTrial(action);
        console.click(PANE + " summary");
        console.type("[data-context]", "{\"chat\": ");
        console.click("[data-run]");
        console.awaitText(PANE + " .error", "The context is no JSON");
        console.type("[data-context]", "{\"chat\": \"42\"}");

        console.click("[data-run]");
        await().until(() -> Boolean.TRUE.equals(console.script(
                "return document.querySelector('console-notices').shadowRoot.querySelector('dialog').open")));
        press("late", Keys.ENTER);

        console.awaitText(OUTCOME, "Webhook executed successfully");
        assertThat(receiver.requests("/hook"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.getBodyAsString()).isEqualTo("{\"r\":\"late\",\"c\":\"42\"}"));
    }

    @Full
    @Test
    void shouldShowWhatAFailedCallAnswered() {
        receiver.server()
                .stubFor(post("/hook")
                        .willReturn(aResponse()
                                .withStatus(422)
                                .withHeader("Content-Type", "application/json")
                                .withBody("{\"message\":\"No such project\"}")));
        openTrial(webhook(Map.of()));

        console.click("[data-run]");

        console.awaitText(OUTCOME, "Webhook returned status 422");
        console.awaitText("[data-answer]", "\"message\": \"No such project\"");
    }

    @Full
    @Test
    void shouldWarnOfAPartThatTheAnswerLacks() {
        receiver.server().stubFor(post("/hook").willReturn(aResponse().withBody("<p>Hello</p>")));
        openTrial(webhook(Map.of("result", Map.of("clipboard", "{{response.id}}"))));
        console.script("return navigator.clipboard.writeText('precious')");

        console.click("[data-run]");

        console.awaitNotice("Webhook executed successfully (the answer has no response.id)");
        assertThat(clipboard()).isEqualTo("precious");
    }

    @Full
    @Test
    void shouldMarkATypoInAResultAndGoOnShowingTheRest() {
        open(webhook(Map.of()));
        console.awaitText(".preview", "Request");
        console.type(NOTICE, "For {{contact.nmae}}");
        console.awaitText("[data-field='config.result.toast'] .remark", "did you mean contact.name?");

        console.type(PAGE, "nonsense");

        console.awaitText("[data-field='config.result.url']", "must start with");
        console.find(".preview-content[aria-busy=false]");
        assertThat(console.find(".preview").getText()).contains("Request", "POST", receiver.url("/hook"));
    }

    @Full
    @Test
    void shouldComplainOfAHeaderNameWhileItIsTyped() {
        open(webhook(Map.of()));
        console.click("[data-add-header]");

        console.type(".header-name", "Bad name");

        console.awaitText(".header-row .error", "A header name must be");
        assertThat(console.find(".preview").getText()).contains("POST", receiver.url("/hook"));
    }
}
