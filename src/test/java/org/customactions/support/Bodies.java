package org.customactions.support;

import java.util.LinkedHashMap;
import java.util.Map;

/** Request bodies in which, other than in {@link Map#of}, a value may be null. */
public final class Bodies {
    private Bodies() {}

    /** An object with one field. */
    public static Map<String, Object> of(String field, Object value) {
        return with(Map.of(), field, value);
    }

    /** A copy in which the field has the value. */
    public static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(body);
        copy.put(field, value);
        return copy;
    }

    /** A copy without the field. */
    public static Map<String, Object> without(Map<String, ?> body, String field) {
        Map<String, Object> copy = new LinkedHashMap<>(body);
        copy.remove(field);
        return copy;
    }
}
