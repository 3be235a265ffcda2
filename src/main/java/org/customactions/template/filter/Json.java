package org.customactions.template.filter;

import java.util.List;
import java.util.Map;

/**
 * A value that has been written as JSON. In a JSON body it stands for itself, or inside quotes for its text.
 *
 * @param text one JSON value
 */
public record Json(String text) {

    /** Unlike a variable without a value, this one is written. */
    public static final Json NULL = new Json("null");

    /** Whether there is no value, or null in its place. */
    static boolean isNull(Object value) {
        return value == null || NULL.equals(value);
    }

    /** Whether a value is missing, null, or a text, list or object without anything in it. */
    static boolean isMissing(Object value) {
        return isNull(value)
                || value instanceof String text && text.isEmpty()
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }
}
