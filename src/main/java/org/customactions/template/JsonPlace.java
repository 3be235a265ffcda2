package org.customactions.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;

/** Writes values into JSON so that each stays one value, on whichever side of a quote it stands. */
final class JsonPlace {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonPlace() {}

    /** Text of a string literal. */
    static String escape(String text) {
        return JsonText.escapeLineSeparators(
                new String(JsonStringEncoder.getInstance().quoteAsString(text)));
    }

    /** Inside quotes any text; outside them a number or a word, or one whole value of JSON. */
    static void writeText(RenderOutput output, String text, String name) {
        requireNoBackslashBefore(output, name);
        if (hasSyntax(text) && !output.isInJsonString() && !isOneValue(text)) {
            throw new RenderException(("The text of %1$s cannot stand in JSON without quotes around it; write"
                            + " \"{{%1$s}}\", or {{{%1$s}}} if it is JSON that you trust")
                    .formatted(name));
        }
        output.write(escape(text));
    }

    /** Outside quotes as it is, inside them as text. */
    static void writeJson(RenderOutput output, String json, String name) {
        requireNoBackslashBefore(output, name);
        output.write(hasSyntax(json) && output.isInJsonString() ? escape(json) : json);
    }

    /** An unescaped value before it can end in one, which would combine with the first escape of this one. */
    private static void requireNoBackslashBefore(RenderOutput output, String name) {
        if (output.endsWithLoneBackslash()) {
            throw new RenderException(
                    "The value of %s follows a single backslash that an unescaped variable brings into the JSON; write {{name}} instead of {{{name}}}"
                            .formatted(name));
        }
    }

    private static boolean hasSyntax(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[', ']', '{', '}', ',', ':', '"' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isOneValue(String text) {
        try (var parser = FACTORY.createParser(text)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
