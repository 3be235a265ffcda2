package org.customactions.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.customactions.url.UnicodeText;

/**
 * Writes plain data as JSON. It matches types one by one instead of using a data binder, so no value can bring in
 * behaviour of its own.
 */
final class JsonText {

    /** Jackson's own limit for reading and writing, so everything that was read can be written again. */
    private static final int MAX_DEPTH = 1_000;

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** The JSON of a value, which counts as work while it is written. */
    static String of(Object value, RenderBudget budget) {
        if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        var json = new CountedWriter(budget);
        try (JsonGenerator generator = FACTORY.createGenerator(json)) {
            write(generator, value, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return escapeLineSeparators(json.toString());
    }

    private static final class CountedWriter extends StringWriter {

        private final RenderBudget budget;

        private CountedWriter(RenderBudget budget) {
            this.budget = budget;
        }

        @Override
        public void write(char[] json, int offset, int length) {
            budget.work(length);
            super.write(json, offset, length);
        }

        @Override
        public void write(String json, int offset, int length) {
            budget.work(length);
            super.write(json, offset, length);
        }
    }

    /** Also works on a whole document, because JSON allows these characters inside string literals only. */
    static String escapeLineSeparators(String json) {
        return json.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static void write(JsonGenerator generator, Object value, int depth) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(UnicodeText.wellFormed(text));
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Number number) {
            writeNumber(generator, number);
        } else if (value instanceof AnyData any && any.isNumber()) {
            generator.writeNumber(1);
        } else if (depth == MAX_DEPTH) {
            throw new RenderException("A variable is nested deeper than 1,000 levels; send a flatter one");
        } else if (value instanceof Map<?, ?> map) {
            writeObject(generator, map, depth);
        } else if (value instanceof List<?> list) {
            writeArray(generator, list, depth);
        } else {
            throw new IllegalArgumentException("Template variables must be plain data");
        }
    }

    private static void writeObject(JsonGenerator generator, Map<?, ?> map, int depth) throws IOException {
        generator.writeStartObject();
        for (var entry : map.entrySet()) {
            generator.writeFieldName(UnicodeText.wellFormed((String) entry.getKey()));
            write(generator, entry.getValue(), depth + 1);
        }
        generator.writeEndObject();
    }

    private static void writeArray(JsonGenerator generator, List<?> list, int depth) throws IOException {
        generator.writeStartArray();
        for (var element : list) {
            write(generator, element, depth + 1);
        }
        generator.writeEndArray();
    }

    private static void writeNumber(JsonGenerator generator, Number number) throws IOException {
        if (number instanceof BigDecimal decimal) {
            // Scientific notation if it is shorter: plain notation would write 1e999999 as a million digits.
            generator.writeNumber(decimal.toString());
        } else if (number instanceof BigInteger integer) {
            generator.writeNumber(integer);
        } else if (number instanceof Double || number instanceof Float) {
            writeFloatingPoint(generator, number.doubleValue());
        } else {
            generator.writeNumber(number.longValue());
        }
    }

    private static void writeFloatingPoint(JsonGenerator generator, double number) throws IOException {
        if (Double.isFinite(number)) {
            generator.writeNumber(number);
        } else {
            // JSON has no form for NaN and the infinities. JavaScript writes null for them.
            generator.writeNull();
        }
    }
}
