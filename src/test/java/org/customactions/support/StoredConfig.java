package org.customactions.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;

/** The config of an action as it stands in the database. */
public final class StoredConfig {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredConfig() {}

    /** What the row holds. */
    public static JsonNode of(TestDatabase database, UUID action) {
        try {
            return JSON.readTree(
                    database.queryValue(String.class, "select config from custom_actions where id = ?", action));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts another config into the row, as another program would. */
    public static void put(TestDatabase database, UUID action, String config) {
        database.execute("update custom_actions set config = ?::jsonb where id = ?", config, action);
    }
}
