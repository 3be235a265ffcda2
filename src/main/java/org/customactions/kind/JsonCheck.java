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
import org.customactions.template.Filled;

/**
 * Checks whether a text is JSON, with the sentences to say if it is not. It keeps nothing of what it reads.
 *
 * @param empty if there is nothing
 * @param invalid if it is not JSON, with places for line and column
 * @param outOfRange if a number is too large or too small
 */
public record JsonCheck(String empty, String invalid, String outOfRange) {

    private static final int NOWHERE = -1;
    private static final int MAX_BETWEEN = 1;

    /** Names come from strangers, so none is kept for the next text. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** What RFC 7464 has before each document. */
    private static final Pattern RECORD_SEPARATOR = Pattern.compile("^\\x1e", Pattern.MULTILINE | Pattern.UNIX_LINES);

    /**
     * As {@link #complaint(String, Escaping)} of a filled-in text, with the place in the template; names the variable
     * whose value is the problem, or is missing.
     */
    public Optional<String> complaint(Filled filled, Escaping escaping) {
        return problem(filled.text(), escaping)
                .map(problem -> gapToBlame(filled, problem)
                        .map(gap -> problem.at(filled.placeOf(gap)) + hint(gap))
                        .orElseGet(() -> problem.at(filled.placeOf(problem.offset()))
                                + valueToBlame(filled, problem)
                                        .map(JsonCheck::hint)
                                        .orElse("")));
    }

    /** The problem with a text that is one document, or one in each line; empty if it is, or if it need not be JSON. */
    public Optional<String> complaint(String text, Escaping escaping) {
        return problem(text, escaping)
                .map(problem -> problem.at(Filled.unchanged(text).placeOf(problem.offset())));
    }

    private Optional<Problem> problem(String text, Escaping escaping) {
        if (!escaping.isJson()) {
            return Optional.empty();
        }
        var lines = escaping == Escaping.JSON_LINES;
        var documents = lines ? RECORD_SEPARATOR.matcher(text).replaceAll(" ") : text;
        try (var parser = FACTORY.createParser(documents)) {
            return problem(parser, lines);
        } catch (NumberFormatException e) {
            return Optional.of(new Problem(outOfRange, NOWHERE));
        } catch (IOException e) {
            throw new IllegalStateException("A text cannot be read", e);
        }
    }

    private Optional<Problem> problem(JsonParser parser, boolean lines) throws IOException {
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
            return last == 0 ? Optional.of(new Problem(empty, 0)) : Optional.empty();
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

    private Optional<Problem> invalidAt(JsonLocation location) {
        return Optional.of(new Problem(invalid, location.getCharOffset()));
    }

    /** A gap is to blame if nothing but a character that cannot follow stands between it and the problem. */
    private static Optional<Filled.Gap> gapToBlame(Filled filled, Problem problem) {
        return filled.gapBefore(problem.offset())
                .filter(gap -> between(filled.text(), gap.offset(), problem.offset()) <= MAX_BETWEEN);
    }

    /** A value is to blame if the problem is in it, and it is no JSON by itself. */
    private Optional<Filled.Value> valueToBlame(Filled filled, Problem problem) {
        return problem.offset() < 0
                ? Optional.empty()
                : filled.valueAt(problem.offset())
                        .filter(value -> problem(value.text(), Escaping.JSON).isPresent());
    }

    private static String hint(Filled.Value value) {
        return (value.isEscaped()
                        ? "; the text of %1$s cannot stand there without quotes around its tag"
                        : "; the value of %1$s breaks it there, so write {{%1$s}} instead of {{{%1$s}}}")
                .formatted(value.variable());
    }

    private static String hint(Filled.Gap gap) {
        return "; %1$s is missing or empty there, so give it a default, such as {{%1$s | default null}}"
                .formatted(gap.variable());
    }

    private static int between(String text, int start, long end) {
        return text.substring(start, (int) Math.min(text.length(), end)).strip().length();
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /**
     * What is wrong.
     *
     * @param sentence with places for line and column if it is somewhere
     * @param offset where it is in the text
     */
    private record Problem(String sentence, long offset) {

        String at(Filled.Place place) {
            return sentence.formatted(place.line(), place.column());
        }
    }
}
