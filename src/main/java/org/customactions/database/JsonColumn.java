package org.customactions.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.customactions.api.JsonSetup;

/**
 * Maps a {@code jsonb} column to a JSON tree. It is sent as text: the driver's own JSON type would read every fraction
 * as a double and so change a customer's numbers.
 */
@Converter
public class JsonColumn implements AttributeConverter<JsonNode, String> {

    private static final JsonMapper MAPPER = JsonSetup.lenient();

    @Override
    public String convertToDatabaseColumn(JsonNode json) {
        return json == null ? null : json.toString();
    }

    @Override
    public JsonNode convertToEntityAttribute(String text) {
        try {
            return text == null ? null : MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // Without its cause, which is an IOException and would pass for a database that is away.
            throw new IllegalStateException("A jsonb column held what cannot be read as JSON: "
                    + e.getClass().getSimpleName());
        }
    }
}
