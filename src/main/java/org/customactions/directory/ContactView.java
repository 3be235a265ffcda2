package org.customactions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customactions.api.Paging;
import org.customactions.database.Listing;
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

    /** A page of contacts. */
    @Schema(name = "ContactPage")
    record Page(
            @Schema(required = true) List<ContactView> contacts,
            @Schema(required = true) long total,
            @Schema(required = true) int page,
            @Schema(required = true) int limit) {

        static Page of(Listing<Contact> listing, Paging paging) {
            return new Page(
                    listing.rows().stream().map(ContactView::of).toList(),
                    listing.total(),
                    paging.page(),
                    paging.limit());
        }
    }

    /** Contacts that were written together. */
    @Schema(name = "ContactBatch")
    record Batch(
            @Schema(required = true) List<ContactView> contacts,
            @Schema(required = true) long total) {

        static Batch of(List<Contact> contacts) {
            return new Batch(contacts.stream().map(ContactView::of).toList(), contacts.size());
        }
    }
}
