package org.customactions.directory.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.customactions.directory.Contact;
import org.customactions.directory.ContactId;
import org.customactions.directory.platform.PlatformFault.Kind;

/**
 * A contact as it was answered, as JSON: as objects it would take several times as much memory.
 *
 * @param at instant of {@link System#nanoTime} of the answer
 */
record KeptContact(byte[] json, long at) {

    /** As in the table, with room for the names. */
    private static final int MOST_BYTES = 80 * 1024;

    /** Below the 1,000 levels that can be written, with room for the answer around it. */
    private static final int MOST_LEVELS = 900;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @throws PlatformFault if it is larger or nested deeper than any contact may be */
    static KeptContact of(ObjectNode contact, long at) {
        try {
            var kept = new KeptContact(JSON.writeValueAsBytes(contact), at);
            if (kept.json.length > MOST_BYTES) {
                throw new PlatformFault(
                        Kind.TOO_LARGE, "the contact in its answer is larger than %,d bytes".formatted(MOST_BYTES));
            }
            kept.tree();
            return kept;
        } catch (JsonProcessingException e) {
            throw nestedTooDeep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlatformFault nestedTooDeep() {
        return new PlatformFault(
                Kind.WRONG_ANSWER, "the contact in its answer is nested deeper than %d levels".formatted(MOST_LEVELS));
    }

    Contact contact(ContactId id) {
        try {
            var tree = tree();
            var contact = new Contact();
            contact.id = id.uuid();
            contact.idElsewhere = id;
            contact.phoneNumber = tree.path("phone_number").textValue();
            contact.name = tree.path("name").textValue();
            contact.profileName = tree.path("profile_name").textValue();
            contact.tags = tree.path("tags");
            contact.metadata = tree.path("metadata");
            // Nobody knows; as where a column of a platform's table is null.
            contact.createdAt = Instant.EPOCH;
            contact.updatedAt = Instant.EPOCH;
            return contact;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode tree() throws IOException {
        return JSON.readTree(json);
    }
}
