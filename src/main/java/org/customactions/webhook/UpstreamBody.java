package org.customactions.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import org.customactions.text.MediaType;

/**
 * Reads an upstream's body as JSON, as text in {@code {"body":"…"}}, or as nothing.
 *
 * <ul>
 *   <li>A JSON content type (as {@link MediaType#isJson} says): any JSON value; broken JSON is text.
 *   <li>No content type or {@code text/*}: JSON if it is an object or an array, otherwise text.
 *   <li>JSON line by line, XML, form, JavaScript and YAML types: text.
 *   <li>Any other type, bytes that are not valid in the charset (UTF-8 unless named), and text with a NUL: binary,
 *       which gives nothing. A compressed body is binary too, because no compression was requested.
 * </ul>
 *
 * JSON nested deeper than 500 levels or with numbers of more than 1,000 digits counts as broken. Numbers keep every
 * digit.
 */
public final class UpstreamBody {

    /** Below the 1,000 levels that can be written again, with room for the JSON around it. */
    private static final int MAX_DEPTH = 500;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private UpstreamBody() {}

    /** The JSON or text of the answer; empty if its body is empty or binary. */
    public static Optional<JsonNode> of(WebhookOutcome.Answered answer) {
        var type = type(answer);
        return text(answer, type).flatMap(text -> json(text, type).or(() -> asText(text)));
    }

    /** The JSON of the answer, by the same rules; empty if its body is anything else. */
    public static Optional<JsonNode> json(WebhookOutcome.Answered answer) {
        var type = type(answer);
        return text(answer, type).flatMap(text -> json(text, type));
    }

    /** The text of the answer; empty if its body is empty or binary. */
    public static Optional<String> text(WebhookOutcome.Answered answer) {
        return text(answer, type(answer)).filter(text -> text.indexOf('\0') < 0);
    }

    private static MediaType type(WebhookOutcome.Answered answer) {
        return MediaType.parse(answer.contentType().orElse(""));
    }

    private static Optional<String> text(WebhookOutcome.Answered answer, MediaType type) {
        return answer.body().length == 0 || !type.isText()
                ? Optional.empty()
                : type.charset().flatMap(charset -> decode(answer.body(), charset));
    }

    private static Optional<JsonNode> json(String text, MediaType type) {
        return type.mayBeJson()
                ? parse(text).filter(json -> type.isJson() || json.isContainerNode())
                : Optional.empty();
    }

    private static Optional<JsonNode> asText(String text) {
        return text.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(JsonNodeFactory.instance.objectNode().put("body", text));
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] body, Charset charset) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            // A byte order mark is not part of the text.
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
