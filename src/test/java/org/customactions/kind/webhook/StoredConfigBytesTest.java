package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.customactions.api.JsonFields;
import org.customactions.api.JsonSetup;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.Outcome;
import org.customactions.kind.PlainData;
import org.customactions.template.RenderBudget;
import org.customactions.template.UrlTemplate;
import org.customactions.text.HiddenTexts;
import org.customactions.url.Urls;
import org.customactions.webhook.WebhookOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Configs that version 0.1 stored send what they sent then, byte for byte. {@code stored/sent.json} was recorded with
 * that version; where what is right has changed since, the entry has the old bytes as {@code before} and the reason.
 */
class StoredConfigBytesTest {

    private static final JsonNode STORED = read("configs.json");
    private static final JsonNode SENT = read("sent.json");

    static Stream<Arguments> configs() {
        return StreamSupport.stream(STORED.get("configs").spliterator(), false)
                .map(config -> Arguments.of(config.get("name").textValue(), config));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("configs")
    void shouldSendWhatItSentBefore(String name, JsonNode config) {
        var expected = SENT.get(name).deepCopy();
        if (expected instanceof ObjectNode object) {
            object.remove("before");
            object.remove("because");
        }

        assertThat(recording(config)).isEqualTo(expected);
    }

    static JsonNode recording(JsonNode stored) {
        var recording = JsonNodeFactory.instance.objectNode();
        var config = stored.get("config");
        try {
            if (stored.get("action_type").textValue().equals("url")) {
                recording.put(
                        "url",
                        UrlTemplate.compile(config.get("url").textValue(), Urls.LINK)
                                .render(variables()));
            } else {
                var webhook = WebhookConfig.read(JsonFields.ofStored(config), Urls.LINK);
                record(webhook, recording);
                webhook.result().ifPresent(shown -> record(shown, stored.get("response"), recording));
            }
        } catch (RuntimeException e) {
            recording.put("refused", e.getMessage());
        }
        return recording;
    }

    private static void record(WebhookConfig config, ObjectNode recording) {
        var request = WebhookRendering.render(
                config,
                new ExecutionInput(new UUID(0, 1), new UUID(0, 2), variables()),
                RenderBudget.ofClick(),
                Instant.EPOCH);
        recording.put("method", request.method()).put("url", request.url().toString());
        request.headers().forEach(recording.putObject("headers")::put);
        var text = new String(request.body(), StandardCharsets.UTF_8);
        var isUtf8 = Base64.getEncoder()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8))
                .equals(Base64.getEncoder().encodeToString(request.body()));
        recording.put(
                isUtf8 ? "body" : "base64", isUtf8 ? text : Base64.getEncoder().encodeToString(request.body()));
    }

    private static void record(WebhookResult shown, JsonNode response, ObjectNode recording) {
        var result = WebhookResultRendering.render(
                shown,
                AnswerVariables.of(variables(), answer(response), new HiddenTexts()),
                RenderBudget.ofClick(),
                Urls.LINK,
                ActionResult.of(Outcome.SUCCESS, "Executed"));
        result.toast().ifPresent(toast -> recording.put("toast", toast.type() + " " + toast.message()));
        result.clipboard().ifPresent(text -> recording.put("clipboard", text));
        result.link().ifPresent(link -> recording.put("link", link.url()));
    }

    private static WebhookOutcome.Answered answer(JsonNode response) {
        var body = response == null ? "" : response.toString();
        return new WebhookOutcome.Answered(
                200, "OK", Optional.of("application/json"), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> variables() {
        var variables = new LinkedHashMap<String, Object>();
        STORED.get("variables")
                .properties()
                .forEach(root -> variables.put(root.getKey(), PlainData.of(root.getValue())));
        return variables;
    }

    private static JsonNode read(String file) {
        try (var stream = StoredConfigBytesTest.class.getResourceAsStream("/stored/" + file)) {
            return JsonSetup.lenient().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
