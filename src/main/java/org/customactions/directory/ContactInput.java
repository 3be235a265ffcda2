package org.customactions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.customactions.api.ApiException;
import org.customactions.api.JsonFields;

/**
 * A contact as a client writes it.
 *
 * @param phoneNumber required, up to 50 characters
 * @param name up to 255 characters
 * @param profileName up to 255 characters
 * @param tags up to 100 strings of up to 100 characters
 * @param metadata an object of up to 64 KiB and 900 levels when written as JSON
 */
record ContactInput(UUID id, String phoneNumber, String name, String profileName, JsonNode tags, JsonNode metadata) {

    private static final int MAX_PHONE_NUMBER = 50;
    private static final int MAX_NAME = 255;
    private static final int MAX_TAGS = 100;
    private static final int MAX_TAG = 100;
    private static final int MAX_METADATA = 64 * 1024;

    /** Below the 1,000 levels that can be written, with room for the answer around it. */
    private static final int MAX_METADATA_DEPTH = 900;

    /** Most contacts in one request. */
    private static final int MAX_CONTACTS = 1_000;

    private static final Set<String> KNOWN = Set.of("phone_number", "name", "profile_name", "tags", "metadata");
    private static final Set<String> READ_ONLY = Set.of("id", "display_name", "created_at", "updated_at");

    /**
     * The contact of a request's body.
     *
     * @param id from the path
     * @throws ApiException when a field is wrong
     */
    static ContactInput one(JsonFields fields, UUID id) {
        var contact = read(fields, id);
        fields.uuid("id")
                .ifPresent(sent -> fields.expect(sent.equals(id), "id", "the one in the path, or be left out"));
        fields.throwIfInvalid();
        return contact;
    }

    /**
     * The contacts of a request's body.
     *
     * @throws ApiException when a field of any contact is wrong, or there are none or too many
     */
    static List<ContactInput> many(JsonFields fields) {
        fields.refuseUnknown(Set.of("contacts"), Set.of());
        var elements = fields.array("contacts");
        fields.require("contacts", elements);
        var contacts = new ArrayList<ContactInput>();
        elements.filter(list -> fields.expect(
                        !list.isEmpty() && list.size() <= MAX_CONTACTS,
                        "contacts",
                        "a list of 1 to %,d contacts".formatted(MAX_CONTACTS)))
                .ifPresent(list -> readElements(fields, list, contacts));
        fields.throwIfInvalid();
        return contacts;
    }

    private static void readElements(JsonFields fields, JsonNode list, List<ContactInput> contacts) {
        var seen = new HashSet<UUID>();
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isObject()) {
                fields.complain("contacts[%d]".formatted(i), "Each contact must be an object");
                continue;
            }
            var element = fields.element("contacts", i, list.get(i));
            var id = element.uuid("id");
            element.require("id", id);
            if (id.isPresent() && !seen.add(id.get())) {
                element.complain("id", "This id appears twice in the list");
            }
            contacts.add(read(element, id.orElse(null)));
        }
    }

    /** The contact of the fields; complaints are left in them. */
    private static ContactInput read(JsonFields fields, UUID id) {
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

    private static Optional<JsonNode> tags(JsonFields fields) {
        return fields.array("tags")
                .filter(tags -> fields.expect(tags.size() <= MAX_TAGS, "tags", "at most %d".formatted(MAX_TAGS)))
                .filter(tags -> fields.expect(
                        StreamSupport.stream(tags.spliterator(), false).allMatch(ContactInput::isTag),
                        "tags",
                        "strings of at most %d characters".formatted(MAX_TAG)));
    }

    private static boolean isTag(JsonNode tag) {
        return tag.isTextual()
                && tag.textValue().codePointCount(0, tag.textValue().length()) <= MAX_TAG;
    }

    private static Optional<JsonNode> metadata(JsonFields fields) {
        return fields.object("metadata")
                .flatMap(ignored -> fields.value("metadata"))
                .filter(metadata -> fields.expect(
                        depth(metadata) <= MAX_METADATA_DEPTH,
                        "metadata",
                        "nested at most %d levels deep".formatted(MAX_METADATA_DEPTH)))
                .filter(metadata -> fields.expect(
                        metadata.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_METADATA,
                        "metadata",
                        "at most 64 KiB of JSON"));
    }

    private static int depth(JsonNode json) {
        var deepest = 0;
        for (var child : json) {
            deepest = Math.max(deepest, depth(child));
        }
        return json.isContainerNode() ? deepest + 1 : 0;
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
}
