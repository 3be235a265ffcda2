package org.customactions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customactions.api.JsonFields;

/**
 * A contact as a client writes it.
 *
 * @param phoneNumber required, up to 50 characters
 * @param name up to 255 characters
 * @param profileName up to 255 characters
 * @param tags up to 100 strings of up to 100 characters
 * @param metadata an object of up to 64 KiB when written as JSON
 */
record ContactInput(UUID id, String phoneNumber, String name, String profileName, JsonNode tags, JsonNode metadata) {

    private static final int MAX_PHONE_NUMBER = 50;
    private static final int MAX_NAME = 255;
    private static final int MAX_TAGS = 100;
    private static final int MAX_TAG = 100;
    private static final int MAX_METADATA = 64 * 1024;
    private static final Set<String> KNOWN = Set.of("phone_number", "name", "profile_name", "tags", "metadata");
    private static final Set<String> READ_ONLY = Set.of("id", "display_name", "created_at", "updated_at");

    /** The contact of the fields; complaints are left in them. The id is the path's, or the list element's own. */
    static ContactInput read(JsonFields fields, UUID id) {
        fields.refuseUnknown(KNOWN, READ_ONLY);
        var phoneNumber =
                fields.text("phone_number", MAX_PHONE_NUMBER).map(String::strip).filter(text -> !text.isEmpty());
        fields.require("phone_number", phoneNumber);
        return new ContactInput(
                id,
                phoneNumber.orElse(""),
                fields.text("name", MAX_NAME).map(String::strip).orElse(""),
                fields.text("profile_name", MAX_NAME).map(String::strip).orElse(""),
                tags(fields).orElseGet(JsonNodeFactory.instance::arrayNode),
                metadata(fields).orElseGet(JsonNodeFactory.instance::objectNode));
    }

    /** One row as the database's {@code jsonb_to_recordset} reads it. */
    ObjectNode row() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id.toString())
                .put("phone_number", phoneNumber)
                .put("name", name)
                .put("profile_name", profileName)
                .<ObjectNode>set("tags", tags)
                .set("metadata", metadata);
    }

    private static Optional<JsonNode> tags(JsonFields fields) {
        return fields.array("tags").filter(tags -> {
            if (tags.size() > MAX_TAGS) {
                fields.complain("tags", "Tags must be at most %d".formatted(MAX_TAGS));
                return false;
            }
            for (var tag : tags) {
                if (!tag.isTextual() || length(tag.textValue()) > MAX_TAG) {
                    fields.complain("tags", "Tags must be strings of at most %d characters".formatted(MAX_TAG));
                    return false;
                }
            }
            return true;
        });
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Optional<JsonNode> metadata(JsonFields fields) {
        return fields.object("metadata")
                .flatMap(ignored -> fields.value("metadata"))
                .filter(metadata -> {
                    var fits = metadata.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_METADATA;
                    if (!fits) {
                        fields.complain("metadata", "Metadata must be at most 64 KiB of JSON");
                    }
                    return fits;
                });
    }
}
