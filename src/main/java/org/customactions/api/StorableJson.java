package org.customactions.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Refuses JSON that PostgreSQL cannot store, before it becomes a database error. */
public final class StorableJson {

    /** Numbers with larger decimal exponents measure nothing real, and cost memory when written out. */
    private static final int MAX_EXPONENT = 400;

    private StorableJson() {}

    /** @throws ApiException if a text holds U+0000 or half a surrogate pair, or a number is out of range */
    static void check(JsonNode node) {
        if (node.isTextual()) {
            checkText(node.textValue());
        } else if (node.isBigDecimal() || node.isDouble() || node.isFloat()) {
            checkNumber(node.decimalValue());
        } else if (node.isContainerNode()) {
            node.fieldNames().forEachRemaining(StorableJson::checkText);
            node.forEach(StorableJson::check);
        }
    }

    /** Whether a text can be stored as it is. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static void checkText(String text) {
        if (!isStorable(text)) {
            throw ApiException.malformed(
                    "The request body holds text with the character U+0000 or half a surrogate pair;" + " remove it");
        }
    }

    private static void checkNumber(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT) {
            throw ApiException.malformed("The request body holds a number that is out of range");
        }
    }
}
