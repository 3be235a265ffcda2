package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.Toast;
import org.customactions.template.RenderBudget;
import org.customactions.url.Urls;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an agent is told of an answer. */
class AnswerResultTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANSWER =
            "{\"ok\":false,\"id\":7,\"none\":null,\"items\":[{\"id\":11}],\"error\":\"channel_not_found\",\"zero\":0}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{response.ok}};false",
                "{{response.zero}};false",
                "{{response.none}};false",
                "{{response.missing}};false",
                "{{response.missing | default null}};false",
                "{{response.missing | required}};false",
                "{{^response.error}}yes{{/response.error}};false",
                "'  {{response.ok}} ';false",
                "{{response.id}};true",
                "{{response_status}};true",
                "{{response_headers.x-state}};true",
                "{{response_headers.X-State}};true",
                "{{response.items | size}};true",
                "{{response.error}};true"
            })
    void shouldDecideWhetherTheCallSucceeded(String successWhen, boolean success) throws Exception {
        var result = result(200, ANSWER, "{'success_when':'%s'}".formatted(successWhen.replace("'", "")));

        assertThat(result.success()).isEqualTo(success);
        assertThat(result.outcome().httpStatus()).hasValue(200);
        if (!success) {
            assertThat(result.message()).isEqualTo("Webhook reported a failure");
            assertThat(result.toast()).contains(new Toast("Webhook reported a failure", Toast.Type.ERROR));
            assertThat(result.outcome().code()).isEqualTo("reported_failure");
            assertThat(result.data().orElseThrow().get("id").asInt()).isEqualTo(7);
        }
    }

    @Test
    void shouldSayInTheActionsWordsWhatTheUpstreamReported() throws Exception {
        var result = result(
                200,
                ANSWER,
                "{'success_when':'{{response.ok}}','result':{'toast':'Sent','url':'https://a.example/',"
                        + "'failure':'Not sent: {{response.error}}'}}");

        assertThat(result.message()).isEqualTo("Not sent: channel_not_found");
        assertThat(result.toast()).contains(new Toast("Not sent: channel_not_found", Toast.Type.ERROR));
        assertThat(result.link()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Not sent: {{response.error}};Not sent: channel_not_found",
                "{{response_status}} {{response_headers.x-state}};422 open",
                "Not sent: {{response.missing}};Not sent: Webhook returned status 422 Unprocessable (the answer has no response.missing)",
                "Not sent: {{response.missing}}{{response.error}};Not sent: channel_not_found",
                "Not sent: {{response.missing}} ({{response_status}});Not sent:  (422)",
                "Not sent: {{response.missing | default null}};Not sent: null",
                "{{response.missing}};Webhook returned status 422 Unprocessable",
                "{{response.missing | required}};Webhook returned status 422 Unprocessable"
            })
    void shouldExplainAFailedCall(String failure, String shown) throws Exception {
        var result = result(
                422, ANSWER, "{'success_when':'true','result':{'toast':'Sent','failure':'%s'}}".formatted(failure));

        assertThat(result.success()).isFalse();
        assertThat(result.message()).isEqualTo("Webhook returned status 422 Unprocessable");
        assertThat(result.toast()).contains(new Toast(shown, Toast.Type.ERROR));
        assertThat(result.data().orElseThrow().get("id").asInt()).isEqualTo(7);
    }

    @Test
    void shouldSayWhatCameInsteadWhereAFailedAnswerLacksAPart() throws Exception {
        var failure = "'result':{'failure':'Not created: {{response.message}}'}";

        assertThat(result(422, "<h1>Bad gateway</h1>", "{" + failure + "}").toast())
                .contains(new Toast(
                        "Not created: Webhook returned status 422 Unprocessable (the answer has no response.message)",
                        Toast.Type.ERROR));
        assertThat(result(200, ANSWER, "{'success_when':'{{response.ok}}'," + failure + "}")
                        .message())
                .isEqualTo("Not created: (the answer has no response.message)");
        assertThat(result(422, ANSWER, "{'result':{'failure':'{{response.message}}{{response.error}}'}}")
                        .toast())
                .contains(new Toast("channel_not_found", Toast.Type.ERROR));
    }

    @Test
    void shouldExplainAFailedCallByItsText() throws Exception {
        var result = result(400, "invalid_blocks", "{'result':{'failure':'Slack says {{response_text}}'}}");

        assertThat(result.toast()).contains(new Toast("Slack says invalid_blocks", Toast.Type.ERROR));
        assertThat(result.data()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{response.missing}};response.missing",
                "{{response.items.1.id}};response.items.1.id",
                "{{response_headers.location}};response_headers.location",
                "{{response.items.0.nothing | upper}};response.items.0.nothing",
            })
    void shouldWarnOfAPartThatTheAnswerLacks(String tag, String named) throws Exception {
        for (var place : new String[] {"toast", "clipboard"}) {
            var result = result(200, ANSWER, "{'result':{'%s':'T %s'}}".formatted(place, tag));

            assertThat(result.success()).isTrue();
            assertThat(result.toast().orElseThrow().type()).isEqualTo(Toast.Type.WARNING);
            assertThat(result.toast().orElseThrow().message())
                    .isEqualTo((place.equals("toast") ? "T" : "Webhook executed successfully")
                            + " (the answer has no %s)".formatted(named));
        }
        var link = result(200, ANSWER, "{'result':{'url':'https://a.example/?x=%s'}}".formatted(tag));
        assertThat(link.toast().orElseThrow().message()).contains(named);
        assertThat(link.link().orElseThrow().url()).isEqualTo("https://a.example/?x=");
    }

    @ParameterizedTest
    @CsvSource({
        "{{response.none}}",
        "{{response.missing | default 1}}",
        "{{#response.missing}}x{{/response.missing}}",
        "{{^response.missing}}x{{/response.missing}}",
        "{{#response.items}}{{id}}{{name}}{{/response.items}}",
        "{{contact.metadata.missing}}",
        "{{response.items.0.id}}"
    })
    void shouldNotWarnOfTheRest(String template) throws Exception {
        var result = result(200, ANSWER, "{'result':{'toast':'T %s'}}".formatted(template));

        assertThat(result.toast().orElseThrow().type()).isEqualTo(Toast.Type.SUCCESS);
    }

    @Test
    void shouldLeaveOutWhatRendersAsNothing() throws Exception {
        var result = result(
                200,
                ANSWER,
                "{'result':{'toast':'{{#response.none}}x{{/response.none}} ','clipboard':'{{response.none}}'}}");

        assertThat(result.success()).isTrue();
        assertThat(result.toast()).isEmpty();
        assertThat(result.clipboard()).isEmpty();
    }

    @Test
    void shouldSayThatNobodyHadTimeToReadTheAnswer() throws Exception {
        var outcome = answer(200, ANSWER);

        assertThat(AnswerResult.unread(outcome, config("{'success_when':'{{response.ok}}'}"))
                        .toast()
                        .orElseThrow()
                        .type())
                .isEqualTo(Toast.Type.WARNING);
        assertThat(AnswerResult.unread(outcome, config("{}"))
                        .toast()
                        .orElseThrow()
                        .type())
                .isEqualTo(Toast.Type.SUCCESS);
    }

    private static ActionResult result(int status, String body, String config) throws Exception {
        return AnswerResult.of(
                answer(status, body),
                config(config),
                new ExecutionInput(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Map.of("contact", Map.of("metadata", Map.of()), "user", Map.of(), "organization", Map.of())),
                RenderBudget.ofClick(),
                Urls.LINK);
    }

    private static Answered answer(int status, String body) {
        return new Answered(
                status,
                status == 422 ? "Unprocessable" : "OK",
                Optional.of("text/plain"),
                Map.of("x-state", "open"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static WebhookConfig config(String more) throws Exception {
        var json = JSON.readTree(more.replace('\'', '"'));
        ((ObjectNode) json).put("url", "https://example.com/");
        var fields = JsonFields.of(json);
        var config = WebhookConfig.read(fields, Urls.LINK);
        fields.throwIfInvalid();
        return config;
    }
}
