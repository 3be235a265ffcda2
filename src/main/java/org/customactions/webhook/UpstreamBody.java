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
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.customactions.text.MediaType;

/**
 * Reads an upstream's body as JSON, as text in {@code {"body":"…"}}, or as nothing.
 *
 * <ul>
 *   <li>What parses as JSON is JSON, whatever its type says: types lie, also of the charset, and JSON is UTF-8. But
 *       HTML, XML and images are what they say.
 *   <li>Types of text, such as {@code text/*}, XML, forms, JavaScript and YAML, broken JSON, and no type: text.
 *   <li>Any other type, bytes that are not valid in the charset (UTF-8 unless named), and text with a NUL: binary,
 *       which gives nothing.
 * </ul>
 *
 * The answer's {@link Secrets} are masked in all of it.
 *
 * <p>JSON nested deeper than 500 levels or with numbers of more than 1,000 digits counts as broken. Numbers keep every
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
        return json(answer)
                .or(() -> text(answer)
                        .map(text -> JsonNodeFactory.instance.objectNode().put("body", text)));
    }

    /** The JSON of the answer, by the same rules; empty if its body is anything else. */
    public static Optional<JsonNode> json(WebhookOutcome.Answered answer) {
        var type = type(answer);
        return type.mayBeJson()
                ? decoded(answer, type)
                        .flatMap(UpstreamBody::parse)
                        .or(() -> inUtf8Instead(answer, type).flatMap(UpstreamBody::parse))
                        .map(answer.secrets()::masked)
                : Optional.empty();
    }

    /** The text of the answer; empty if its body is empty or binary. JSON is text, whatever its type. */
    public static Optional<String> text(WebhookOutcome.Answered answer) {
        var type = type(answer);
        var decoded = decoded(answer, type);
        return inUtf8Instead(answer, type)
                .filter(text -> type.mayBeJson()
                        && decoded.flatMap(UpstreamBody::parse).isEmpty()
                        && parse(text).isPresent())
                .or(() -> decoded.filter(
                        text -> type.isText() || type.mayBeJson() && parse(text).isPresent()))
                .filter(text -> text.indexOf('\0') < 0)
                .map(text -> shown(text, answer.secrets()));
    }

    /** In JSON, a secret may be written with escapes, which only reading it tells. */
    private static String shown(String text, Secrets secrets) {
        if (secrets.texts().isEmpty()) {
            return text;
        }
        var masked = secrets.masked(text);
        return parse(masked)
                .filter(json -> !secrets.masked(json.deepCopy()).equals(json))
                .map(json -> secrets.masked(json).toString())
                .orElse(masked);
    }

    private static MediaType type(WebhookOutcome.Answered answer) {
        return MediaType.parse(answer.contentType().orElse(""));
    }

    private static Optional<String> decoded(WebhookOutcome.Answered answer, MediaType type) {
        return answer.body().length == 0
                ? Optional.empty()
                : type.charset().flatMap(charset -> decode(answer.body(), charset));
    }

    /** As what JSON is, if the type says something else. */
    private static Optional<String> inUtf8Instead(WebhookOutcome.Answered answer, MediaType type) {
        return type.charset().filter(StandardCharsets.UTF_8::equals).isPresent()
                ? Optional.empty()
                : decode(answer.body(), StandardCharsets.UTF_8);
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
