package org.customactions.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.JsonFields;

/** Reads the contacts of a request's body. */
final class ContactInputs {

    /** Most contacts in one request. */
    private static final int MAX_CONTACTS = 1_000;

    private ContactInputs() {}

    /** @throws ApiException when a field is wrong */
    static ContactInput one(JsonFields fields, UUID id) {
        var contact = ContactInput.read(fields, id);
        fields.uuid("id")
                .filter(sent -> !sent.equals(id))
                .ifPresent(sent -> fields.complain("id", "Id must be the one in the path, or be left out"));
        fields.throwIfInvalid();
        return contact;
    }

    /** @throws ApiException when a field of any contact is wrong, or there are none or too many */
    static List<ContactInput> many(JsonFields fields) {
        fields.refuseUnknown(Set.of("contacts"), Set.of());
        var elements = fields.array("contacts");
        fields.require("contacts", elements);
        var contacts = new ArrayList<ContactInput>();
        elements.ifPresent(list -> {
            if (list.isEmpty() || list.size() > MAX_CONTACTS) {
                fields.complain("contacts", "Contacts must be 1 to %,d".formatted(MAX_CONTACTS));
            } else {
                readElements(fields, list, contacts);
            }
        });
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
                element.complain("id", "Id stands twice in the list");
            }
            contacts.add(ContactInput.read(element, id.orElse(null)));
        }
    }
}
