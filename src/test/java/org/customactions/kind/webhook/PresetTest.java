package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.Toast;
import org.customactions.template.KnownInputs;
import org.customactions.template.RenderBudget;
import org.customactions.template.SampleVariables;
import org.customactions.template.Variables;
import org.customactions.url.Urls;
import org.customactions.webhook.Secrets;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The presets of the console: each is a config that the service accepts, sends what the documentation of its API says,
 * and shows what is in an answer of the documented shape.
 */
class PresetTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PRESETS = Path.of("src/main/web/console/presets");

    /** Of each API a request and answers, in the shape of its documentation. */
    private static final Path RECORDED = Path.of("src/test/resources/presets");

    private static final Pattern SECRET = Pattern.compile("\\bsecret\\.(\\w+)");

    static Stream<String> presets() throws IOException {
        return names(PRESETS);
    }

    @Test
    void shouldAllHaveARecordedRequest() throws IOException {
        assertThat(presets()).containsExactlyElementsOf(names(RECORDED).toList());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void shouldBeAcceptedWithoutAWarning(String preset) throws IOException {
        var config = config(preset);

        assertThat(WebhookWarnings.of(config, KnownInputs.of(List.of()))).isEmpty();
        assertThat(JSON.valueToTree(config.toJson()).path("result")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void shouldAskForTheSecretsThatItUses(String preset) throws IOException {
        var file = read(PRESETS, preset);
        var used = new TreeSet<String>();
        var found = SECRET.matcher(file.path("config").toString());
        while (found.find()) {
            used.add(found.group(1));
        }

        assertThat(used).isEqualTo(texts(file.path("secrets"), "name").collect(Collectors.toCollection(TreeSet::new)));
        assertThat(file.path("documentation").asText("https://")).startsWith("https://");
    }

    @ParameterizedTest
    @MethodSource("presets")
    void shouldSendTheDocumentedRequest(String preset) throws IOException {
        var recorded = read(RECORDED, preset);
        var expected = recorded.path("request");

        var request = WebhookRendering.render(
                config(preset), input(preset), RenderBudget.ofClick(), Instant.parse("2024-01-31T09:00:00Z"));

        assertThat(request.method()).isEqualTo(expected.path("method").asText());
        assertThat(request.url()).hasToString(expected.path("url").asText());
        assertThat(request.headers()).isEqualTo(JSON.convertValue(expected.path("headers"), Map.class));
        assertThat(JSON.readTree(request.body())).isEqualTo(expected.path("body"));
        var auth = JSON.valueToTree(config(preset).toJson()).path("auth");
        recorded.path("token")
                .fields()
                .forEachRemaining(part -> assertThat(auth.path(part.getKey())).isEqualTo(part.getValue()));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void shouldShowWhatTheAnswerGives(String preset) throws IOException {
        var recorded = read(RECORDED, preset);

        var result = result(preset, recorded.path("answer"));

        assertThat(result.success()).isTrue();
        assertThat(result.toast())
                .contains(new Toast(recorded.at("/shown/toast").asText(), Toast.Type.SUCCESS));
        assertThat(result.link().map(ActionResult.Link::url))
                .isEqualTo(Optional.ofNullable(recorded.at("/shown/url").textValue()));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void shouldTellWhyItFailed(String preset) throws IOException {
        var recorded = read(RECORDED, preset);

        var result = result(preset, recorded.path("refusal"));

        assertThat(result.success()).isFalse();
        assertThat(result.toast()).contains(new Toast(recorded.path("told").asText(), Toast.Type.ERROR));
    }

    private static ActionResult result(String preset, JsonNode answer) throws IOException {
        var answered = new Answered(
                answer.path("status").asInt(),
                "",
                Optional.of("application/json"),
                Map.of(),
                JSON.writeValueAsBytes(answer.path("body")),
                Secrets.NONE);
        return AnswerResult.of(answered, config(preset), input(preset), RenderBudget.ofClick(), Urls.LINK);
    }

    /** Read as the service reads what is saved, with the sample of each value that the preset asks for. */
    private static WebhookConfig config(String preset) throws IOException {
        var file = read(PRESETS, preset);
        var text = file.path("config").toString();
        for (var ask : file.path("asks")) {
            text = text.replace(
                    "[[" + ask.path("name").asText() + "]]", ask.path("sample").asText());
        }
        assertThat(text).doesNotContain("[[");
        var fields = JsonFields.of((ObjectNode) JSON.readTree(text));
        var config = WebhookConfig.read(fields, Urls.LINK);
        fields.throwIfInvalid();
        return config;
    }

    private static ExecutionInput input(String preset) throws IOException {
        var secrets = new HashMap<String, Object>();
        texts(read(PRESETS, preset).path("secrets"), "name")
                .forEach(name -> secrets.put(name, "sample-" + name.replace('_', '-')));
        read(RECORDED, preset)
                .path("secrets")
                .fields()
                .forEachRemaining(
                        secret -> secrets.put(secret.getKey(), secret.getValue().asText()));
        var variables = Variables.of(SampleVariables.forPreview()).withNamed(Map.of("secret", secrets));
        return new ExecutionInput(UUID.randomUUID(), UUID.randomUUID(), variables);
    }

    private static JsonNode read(Path folder, String name) throws IOException {
        return JSON.readTree(folder.resolve(name + ".json").toFile());
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path(field).asText());
    }
}
