package org.customactions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contact as clients read it.
 *
 * @param displayName the name to show: the given one, else the profile's, else the phone number
 */
@Schema(name = "Contact")
record ContactView(
        @Schema(required = true, description = "A UUID, or as the chat platform writes it if contacts are asked of it")
        String id,

        @Schema(required = true, examples = "+1 555 0100") String phoneNumber,
        @Schema(required = true) String name,
        @Schema(required = true) String profileName,
        @Schema(required = true) String displayName,

        @Schema(required = true, type = SchemaType.ARRAY, implementation = String.class)
        JsonNode tags,

        @Schema(required = true, type = SchemaType.OBJECT, implementation = Object.class)
        JsonNode metadata,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static ContactView of(Contact contact) {
        return new ContactView(
                contact.contactId().text(),
                orEmpty(contact.phoneNumber),
                orEmpty(contact.name),
                orEmpty(contact.profileName),
                contact.displayName(),
                contact.tags != null && contact.tags.isArray() ? contact.tags : JsonNodeFactory.instance.arrayNode(),
                contact.metadata != null && contact.metadata.isObject()
                        ? contact.metadata
                        : JsonNodeFactory.instance.objectNode(),
                contact.createdAt,
                contact.updatedAt);
    }

    /** A platform's table may leave a text null. */
    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
