package org.customactions.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a field takes. An empty text is no value, of whatever type. */
enum InputType {
    TEXT("a string of at most 10,000 characters"),
    TEXTAREA("a string of at most 10,000 characters"),
    NUMBER("a number"),
    SELECT("one of its options"),
    CHECKBOX("true or false"),
    DATE("a date such as 2024-01-31"),
    EMAIL("an e-mail address"),
    TEL("a phone number");

    /** For sentences. */
    static final String NAMES = "text, textarea, number, select, checkbox, date, email or tel";

    private static final int MAX_LENGTH = 10_000;
    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@]+@[^\\s\\p{Cntrl}@]+");
    private static final Pattern PHONE_NUMBER =
            Pattern.compile("[0-9+ ().,;/*#xX\\-\\u00a0]*[0-9][0-9+ ().,;/*#xX\\-\\u00a0]*");

    private final String expected;

    InputType(String expected) {
        this.expected = expected;
    }

    /** The name that clients read and write. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<InputType> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(name))
                .findFirst();
    }

    /** What a value has to be, for a sentence. */
    String expected() {
        return expected;
    }

    /** Whether it can be a value of this type; a select's has to be one of its options besides. */
    boolean takes(JsonNode value) {
        return switch (this) {
            case NUMBER -> value.isNumber();
            case CHECKBOX -> value.isBoolean();
            default -> value.isTextual() && takes(value.textValue());
        };
    }

    private boolean takes(String text) {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            return false;
        }
        return text.isEmpty()
                || switch (this) {
                    case DATE -> isDate(text);
                    case EMAIL -> ADDRESS.matcher(text).matches();
                    case TEL -> PHONE_NUMBER.matcher(text).matches();
                    default -> true;
                };
    }

    private static boolean isDate(String text) {
        try {
            return ISO_DATE.matcher(text).matches() && LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
