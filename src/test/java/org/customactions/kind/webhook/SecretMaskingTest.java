package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.HiddenData;
import org.customactions.kind.Outcome;
import org.customactions.kind.Toast;
import org.customactions.support.Planted;
import org.customactions.template.RenderBudget;
import org.customactions.template.SampleVariables;
import org.customactions.template.Variables;
import org.customactions.text.HiddenTexts;
import org.customactions.text.MediaType;
import org.customactions.url.Urls;
import org.customactions.webhook.WebhookOutcome;
import org.customactions.webhook.WebhookRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a filter and a place make of a secret, an upstream that sends it back shows nobody more than the mask. */
class SecretMaskingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = " 2024-01-31 " + Planted.text("aB3/+\"'<&>é€😀\\{}%;]]>\t|Z") + " ";
    private static final String WITHOUT_EMOJI = SECRET.replace("😀", "");
    private static final String MASKED = "A-********-Z";

    private static final List<String> FILTERS = List.of(
            "",
            "| default \"x\"",
            "| required",
            "| upper",
            "| lower",
            "| trim",
            "| truncate 30",
            "| truncate 3",
            "| replace \"a\" \"4\"",
            "| digits",
            "| tel",
            "| json",
            "| url",
            "| html",
            "| base64",
            "| sha256",
            "| truncate 11 | trim | date \"d. MMMM yyyy\"",
            "| json | url | html",
            "| upper | base64 | lower",
            "| sha256 | truncate 12 | upper");

    private static final List<String> BODIES = List.of(
            "application/json",
            "application/x-ndjson",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=ISO-8859-15",
            "text/plain",
            "text/plain; charset=UTF-16");

    static Stream<Arguments> filtersInPlaces() {
        return FILTERS.stream()
                .flatMap(filter -> Stream.of("{{%s}}", "{{#secret.s}}{{%s}}{{/secret.s}}")
                        .map(tag -> tag.formatted((tag.startsWith("{{#") ? ". " : "secret.s ") + filter))
                        .flatMap(tag -> Stream.of(
                                        Stream.of(Arguments.of("url", "", tag), Arguments.of("header", "", tag)),
                                        BODIES.stream().map(type -> Arguments.of("body", type, tag)),
                                        Stream.of(
                                                Arguments.of("xml", "application/xml", tag),
                                                Arguments.of("cdata", "application/xml", tag),
                                                Arguments.of("xml", "application/xml; charset=ISO-8859-1", tag),
                                                Arguments.of("cdata", "application/xml; charset=ISO-8859-1", tag)))
                                .flatMap(arguments -> arguments)));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("filtersInPlaces")
    void shouldMaskWhatIsSent(String place, String type, String tag) {
        var budget = RenderBudget.ofClick();

        var sent = sent(place, type, "A-" + tag + "-Z", budget);

        assertThat(HiddenData.of(budget.hidden(), sent))
                .hasValueSatisfying(
                        masked -> assertThat(masked).contains(MASKED).doesNotContain(Planted.text("")));
    }

    /** A server that reads what it gets, and writes it by rules of its own. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("filtersInPlaces")
    void shouldMaskWhatIsReadOfWhatIsSent(String place, String type, String tag) throws Exception {
        var budget = RenderBudget.ofClick();
        var sent = sent(place, type, "A-" + tag + "-Z", budget);
        if (!type.endsWith("json")) {
            return;
        }

        var read = JSON.readTree(sent.strip());

        var masked = HiddenData.of(budget.hidden(), read).orElseThrow();
        assertThat(masked.path("v").textValue()).isEqualTo(MASKED);
    }

    private static String sent(String place, String type, String template, RenderBudget budget) {
        return switch (place) {
            case "url" ->
                render(Map.of("url", "https://a.example/?q=" + template), budget)
                        .url()
                        .toString();
            case "header" ->
                render(Map.of("url", "https://a.example/", "headers", Map.of("X-A", template)), budget)
                        .headers()
                        .get("X-A");
            case "xml" -> body(type, "<v>" + template + "</v>", budget);
            case "cdata" -> body(type, "<v><![CDATA[" + template + "]]></v>", budget);
            default -> body(type, type.contains("json") ? "{\"v\":\"" + template + "\"}" : "v=" + template, budget);
        };
    }

    private static String body(String type, String template, RenderBudget budget) {
        var request = render(
                Map.of("url", "https://a.example/", "headers", Map.of("Content-Type", type), "body", template), budget);
        return new String(request.body(), charset(type));
    }

    private static Charset charset(String type) {
        return MediaType.parse(type).charset().orElse(StandardCharsets.UTF_8);
    }

    private static WebhookRequest render(Map<String, ?> config, RenderBudget budget) {
        var variables = Variables.of(SampleVariables.forPreview())
                .withSecrets(Map.of("s", config.toString().contains("8859-15") ? WITHOUT_EMOJI : SECRET, "n", "4711"));
        return WebhookRendering.render(
                WebhookConfig.read(JsonFields.ofStored(JSON.valueToTree(config)), Urls.LINK),
                new ExecutionInput(new UUID(0, 1), new UUID(0, 2), variables),
                budget,
                Instant.EPOCH);
    }

    @Test
    void shouldMaskAnUnescapedValueAsItStandsInTheUrl() {
        var budget = RenderBudget.ofClick();
        var config = Map.of(
                "url",
                "https://a.example/?q=A-{{{secret.s | replace \" \" \"\" | replace \"\\\\\" \"\" | replace \"\t\" \"\"}}}-Z");

        var url = render(config, budget).url().toString();

        assertThat(url).contains("%E2%82%AC");
        assertThat(HiddenData.of(budget.hidden(), url)).contains("https://a.example/?q=" + MASKED);
    }

    @Test
    void shouldMaskNumbersAndNames() throws Exception {
        var budget = RenderBudget.ofClick();
        render(Map.of("url", "https://a.example/{{secret.n}}"), budget);

        var masked = HiddenData.of(budget.hidden(), JSON.readTree("{\"pin\":4711,\"4711\":[true,null,147110,471]}"));

        assertThat(masked.orElseThrow())
                .hasToString("{\"pin\":\"********\",\"********\":[true,null,\"1********0\",471]}");
    }

    /** What is made of the length of a secret is no form of it. */
    @Test
    void shouldNotMaskALength() {
        var budget = RenderBudget.ofClick();
        render(Map.of("url", "https://a.example/{{secret.n | size}}"), budget);

        assertThat(HiddenData.of(budget.hidden(), "4 or 1")).contains("4 or 1");
    }

    @Test
    void shouldMaskWhatJsonSpellsByEscapes() {
        var hidden = new HiddenTexts();
        hidden.add("s3/cret");
        var body = "{\"a\":\"s\\u0033\\/cret\"}".getBytes(StandardCharsets.UTF_8);
        var answer = new WebhookOutcome.Answered(200, "OK", Optional.of("application/json"), Map.of(), body);

        var variables = AnswerVariables.of(Map.of(), answer, hidden);

        assertThat(variables.get("response_text")).isEqualTo("{\"a\":\"********\"}");
        assertThat(variables.get("response")).isEqualTo(Map.of("a", "********"));
    }

    @Test
    void shouldMaskEachPartOfAResult() {
        var hidden = new HiddenTexts();
        hidden.add("s3cret");
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("echo", "s3cret");
        var result = ActionResult.failure(Outcome.INVALID, "No s3cret")
                .with(new Toast("T s3cret", Toast.Type.INFO))
                .with(new ActionResult.Link("https://a.example/?q=s3cret&r=%2A%2A%2A%2A%2A%2A%2A%2A", true))
                .withClipboard("C s3cret")
                .withData(Optional.<JsonNode>of(data));

        var masked = HiddenData.of(hidden, result);

        assertThat(masked.message()).isEqualTo("No ********");
        assertThat(masked.toast().orElseThrow().message()).isEqualTo("T ********");
        assertThat(masked.link().orElseThrow().url()).isEqualTo("https://a.example/?q=********&r=********");
        assertThat(masked.clipboard()).contains("C ********");
        assertThat(masked.data().orElseThrow()).hasToString("{\"echo\":\"********\"}");
    }
}
