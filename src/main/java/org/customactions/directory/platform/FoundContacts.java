package org.customactions.directory.platform;

import java.util.ArrayList;
import org.customactions.api.Paging;
import org.customactions.database.Listing;
import org.customactions.directory.Contact;

/**
 * What a search of the platform has found.
 *
 * @param bytes about how many the page has
 */
record FoundContacts(Listing<Contact> page, long bytes) {

    /**
     * A page for the client. A platform that does not say how many contacts there are in all has one more than it has
     * shown, as long as its pages are full.
     */
    static FoundContacts of(ContactLayout.Page page, Paging paging) {
        var contacts = new ArrayList<Contact>();
        var bytes = 0L;
        for (var entry : page.entries()) {
            if (contacts.size() < paging.limit()) {
                var kept = KeptContact.of(entry.contact(), 0);
                bytes += kept.json().length;
                contacts.add(kept.contact(entry.id()));
            }
        }
        var shown = paging.offset() + contacts.size();
        var total = page.total().orElse(contacts.size() == paging.limit() ? shown + 1 : shown);
        return new FoundContacts(new Listing<>(contacts, total), bytes);
    }
}
