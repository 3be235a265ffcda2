package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.kind.ExecutionInput;
import org.customactions.kind.PlainData;
import org.customactions.template.RenderBudget;
import org.customactions.template.RenderException;
import org.customactions.template.SampleVariables;
import org.customactions.template.Variables;
import org.customactions.webhook.WebhookRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request may become, and what all of its templates may cost together. */
class WebhookRenderingTest {

    private static final int KIB = 1024;

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "😀"})
    void shouldSendAHeaderOf8KiBAndNoLongerOne(String character) {
        var unit = character.getBytes(StandardCharsets.UTF_8).length;
        var fits = character.repeat(8 * KIB / unit);

        assertThat(header("{{v}}", fits).headers().get("X-Big")).isEqualTo(fits);
        assertThatThrownBy(() -> header("{{v}}x", fits))
                .hasMessage("The header X-Big becomes larger than 8 KiB; use fewer or shorter values in it");
    }

    @Test
    void shouldStopAHeaderWhileItIsFilledIn() {
        var config = config(Map.of("X-Big", "{{#l}}{{v}}{{/l}}"), "");

        assertThatThrownBy(() -> render(config, Map.of("l", Collections.nCopies(50_000, 1), "v", "x".repeat(100))))
                .isInstanceOf(RenderException.class)
                .hasMessage("The header X-Big becomes larger than 8 KiB; use fewer or shorter values in it");
    }

    @Test
    void shouldSendHeadersOf64KiBTogetherAndNoMore() {
        var headers = new LinkedHashMap<String, String>();
        for (int i = 0; i < 8; i++) {
            headers.put("X-" + i, "{{v}}");
        }
        var fits = 8 * KIB - 3;

        assertThat(render(config(headers, ""), Map.of("v", "x".repeat(fits))).headers())
                .hasSize(9);
        assertThatThrownBy(() -> render(config(headers, ""), Map.of("v", "x".repeat(fits + 1))))
                .hasMessage("The headers become larger than 64 KiB together; use fewer or shorter values");
        headers.put("X-More", "{{nothing}}");
        assertThatThrownBy(() -> render(config(headers, ""), Map.of("v", "x".repeat(fits))))
                .hasMessage("The headers become larger than 64 KiB together; use fewer or shorter values");
    }

    @Test
    void shouldSendARequestOf1MiBAndNoLargerOne() {
        var config = config(Map.of("X", "123456789"), "\"{{v}}\"");
        var rest = KIB * KIB - config.url().length() - 10 - 2;

        assertThat(render(config, Map.of("v", "x".repeat(rest))).body()).hasSize(rest + 2);
        for (var tooLarge : List.of("x".repeat(rest + 1), "é".repeat(rest / 2 + 1), "x".repeat(4 * KIB * KIB))) {
            assertThatThrownBy(() -> render(config, Map.of("v", tooLarge)))
                    .hasMessage("The request becomes larger than 1 MiB; use fewer or shorter values in it");
        }
    }

    @Test
    void shouldBoundTheBodyThatIsSentWithoutATemplate() {
        assertThatThrownBy(() -> render(config(Map.of(), ""), Map.of("v", "x".repeat(KIB * KIB))))
                .hasMessage("The request becomes larger than 1 MiB; use fewer or shorter values in it");
    }

    @Test
    void shouldSendAllVariablesWithoutATemplate() {
        var variables = SampleVariables.forPreview();

        var body = new String(render(config(Map.of(), " \n"), variables).body(), StandardCharsets.UTF_8);

        var known = PlainData.toJson(variables).toString();
        assertThat(body)
                .startsWith(known.substring(0, known.length() - 1)
                        + ",\"action\":{\"id\":\"5f2a1f0e-8d4b-4a86-b0a5-6c1e9d7f3b64\",\"name\":\"Example action\"},"
                        + "\"execution_id\":\"")
                .matches("[^\\n]*\"execution_id\":\"[0-9a-f-]{36}\"}");
    }

    @Test
    void shouldSendInputsAndContextWithoutATemplateIfThereAreAny() {
        var variables = SampleVariables.forPreview();
        var given = Variables.of(variables).withNamed(Map.of("input", Map.of("reason", "late"), "context", Map.of()));

        var body = new String(render(config(Map.of(), ""), given).body(), StandardCharsets.UTF_8);

        assertThat(body).endsWith("\"inputs\":{\"reason\":\"late\"}}").doesNotContain("\"context\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "text/xml",
                "application/x-ndjson",
                "application/octet-stream"
            })
    void shouldSendNothingWithoutATemplateUnderAnyOtherType(String contentType) {
        var request = render(config(Map.of("Content-Type", contentType), " \n"), SampleVariables.forPreview());

        assertThat(request.body()).isEmpty();
        assertThat(request.headers()).containsEntry("Content-Type", contentType);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":{{v}}}                | 1 | 6
            {"a":[1,{{v}}],"b":2}      | 1 | 9
            {"a":{{v}},"b":2}          | 1 | 6
            """)
    void shouldNameTheVariableThatAJsonBodyLacks(String body, int line, int column) {
        assertThatThrownBy(() -> render(config(Map.of(), body), Map.of()))
                .isInstanceOf(UnsendableException.class)
                .hasMessage(
                        "The body is not valid JSON for this contact (line %d, column %d); v is missing or empty there,"
                                        .formatted(line, column)
                                + " so give it a default, such as {{v | default null}}");
    }

    @Test
    void shouldBlameNoVariableForAnotherProblem() {
        assertThatThrownBy(() -> render(config(Map.of(), "[[{{v}}], {{{raw}}}]"), Map.of("raw", "1 2")))
                .hasMessageStartingWith("The body is not valid JSON for this contact (line 1, column ")
                .hasMessageNotContaining("v is missing");
    }

    @Test
    void shouldEncodeAFormInItsCharset() {
        var latin = Map.of("Content-Type", "application/x-www-form-urlencoded; charset=ISO-8859-1");

        assertThat(new String(
                        render(config(latin, "n={{v}}\n&m=1\n"), Map.of("v", "José"))
                                .body(),
                        StandardCharsets.UTF_8))
                .isEqualTo("n=Jos%E9&m=1");
        assertThatThrownBy(() -> render(config(latin, "n={{v}}"), Map.of("v", "€")))
                .hasMessage(
                        "The value of v has a character that the charset ISO-8859-1 of the Content-Type lacks; write"
                                + " utf-8 there");
    }

    @Test
    void shouldLeaveACdataSectionForACharacterReference() {
        var latin = Map.of("Content-Type", "text/xml; charset=ISO-8859-1");

        var body = render(config(latin, "<n><![CDATA[{{v}}]]></n><m>{{v}}</m>"), Map.of("v", "é€<"))
                .body();

        assertThat(new String(body, StandardCharsets.ISO_8859_1))
                .isEqualTo("<n><![CDATA[é]]>&#8364;<![CDATA[<]]></n><m>é&#8364;&lt;</m>");
    }

    @Test
    void shouldCountTheTagsOfAllTemplatesTogether() {
        var headers = new LinkedHashMap<String, String>();
        for (int i = 0; i < 50; i++) {
            headers.put("X-" + i, "{{#l}}{{#l}}{{/l}}{{/l}}");
        }
        var fits = Map.<String, Object>of("l", Collections.nCopies(40, 1));
        var tooMany = Map.<String, Object>of("l", Collections.nCopies(45, 1));

        assertThat(render(config(headers, ""), fits).headers()).hasSize(51);
        assertThatThrownBy(() -> render(config(headers, ""), tooMany))
                .isInstanceOf(RenderException.class)
                .hasMessageStartingWith("The templates ");
    }

    private static WebhookRequest header(String template, String value) {
        return render(config(Map.of("X-Big", template), ""), Map.of("v", value));
    }

    private static WebhookConfig config(Map<String, String> headers, String body) {
        return new WebhookConfig(
                "https://example.com/",
                "POST",
                headers,
                body,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sending.USUAL,
                Optional.empty(),
                Optional.empty());
    }

    private static WebhookRequest render(WebhookConfig config, Map<String, Object> variables) {
        var input = new ExecutionInput(UUID.randomUUID(), UUID.randomUUID(), variables);
        return WebhookRendering.render(config, input, RenderBudget.ofClick(), Instant.EPOCH);
    }
}
