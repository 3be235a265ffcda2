package org.customactions.directory;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Contacts that were written together. */
record ContactBatch(
        @Schema(required = true) List<ContactView> contacts,
        @Schema(required = true) long total) {

    static ContactBatch of(List<Contact> contacts) {
        return new ContactBatch(contacts.stream().map(ContactView::of).toList(), contacts.size());
    }
}
