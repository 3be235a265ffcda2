package org.customactions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contact as clients read it.
 *
 * @param displayName the name to show: the given one, else the profile's, else the phone number
 */
@Schema(name = "Contact")
record ContactView(
        @Schema(required = true) UUID id,
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
                contact.id,
                contact.phoneNumber,
                contact.name == null ? "" : contact.name,
                contact.profileName == null ? "" : contact.profileName,
                contact.displayName(),
                contact.tags,
                contact.metadata,
                contact.createdAt,
                contact.updatedAt);
    }
}
