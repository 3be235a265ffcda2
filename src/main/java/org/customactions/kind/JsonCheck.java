package org.customactions.kind;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.customactions.template.Escaping;

/**
 * Checks whether a text is JSON, with the sentences to say if it is not. It keeps nothing of what it reads.
 *
 * @param empty if there is nothing
 * @param invalid if it is not JSON, with places for line and column
 * @param outOfRange if a number is too large or too small
 */
public record JsonCheck(String empty, String invalid, String outOfRange) {

    /** Names come from strangers, so none is kept for the next text. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** What RFC 7464 has before each document. */
    private static final Pattern RECORD_SEPARATOR = Pattern.compile("^\\x1e", Pattern.MULTILINE | Pattern.UNIX_LINES);

    /** The problem with a text that is one document, or one in each line; empty if it is, or if it need not be JSON. */
    public Optional<String> complaint(String text, Escaping escaping) {
        if (!escaping.isJson()) {
            return Optional.empty();
        }
        var lines = escaping == Escaping.JSON_LINES;
        var documents = lines ? RECORD_SEPARATOR.matcher(text).replaceAll(" ") : text;
        try (var parser = FACTORY.createParser(documents)) {
            return complaint(parser, lines);
        } catch (NumberFormatException e) {
            return Optional.of(outOfRange);
        } catch (IOException e) {
            throw new IllegalStateException("A text cannot be read", e);
        }
    }

    private Optional<String> complaint(JsonParser parser, boolean lines) throws IOException {
        try {
            var last = 0;
            while (parser.nextToken() != null) {
                var line = line(parser);
                if (last > 0 && !(lines && line > last)) {
                    return invalidAt(parser.currentTokenLocation());
                }
                finishDocument(parser);
                last = line(parser);
                if (lines && last > line) {
                    return invalidAt(parser.currentTokenLocation());
                }
            }
            return last == 0 ? Optional.of(empty) : Optional.empty();
        } catch (JsonProcessingException e) {
            return invalidAt(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
        }
    }

    private static void finishDocument(JsonParser parser) throws IOException {
        var depth = 0;
        for (var token = parser.currentToken(); token != null; token = parser.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                parser.getDecimalValue();
            }
            if (depth == 0) {
                return;
            }
        }
    }

    private Optional<String> invalidAt(JsonLocation location) {
        return Optional.of(invalid.formatted(location.getLineNr(), location.getColumnNr()));
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
