package org.customactions.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.customactions.api.JsonSetup;

/** Converts between JSON and the maps, lists, strings and numbers that templates read. */
public final class PlainData {

    private static final JsonMapper MAPPER = JsonSetup.lenient();

    private PlainData() {}

    /** The same data without JSON types; null for JSON's null. */
    public static Object of(JsonNode json) {
        try {
            return MAPPER.treeToValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree could not be read as plain data", e);
        }
    }

    public static JsonNode toJson(Object data) {
        return MAPPER.valueToTree(data);
    }
}
