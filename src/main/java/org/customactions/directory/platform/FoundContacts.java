package org.customactions.directory.platform;

import java.util.ArrayList;
import java.util.function.LongConsumer;
import org.customactions.api.Paging;
import org.customactions.database.Listing;
import org.customactions.directory.Contact;

/** What a search of the platform has found. */
final class FoundContacts {

    private FoundContacts() {}

    /**
     * A page for the client. A platform that does not say how many contacts there are in all has one more than it has
     * shown, as long as its pages are full.
     *
     * @param reserve gets about how many bytes the page has
     */
    static Listing<Contact> of(ContactLayout.Page page, Paging paging, LongConsumer reserve) {
        var contacts = new ArrayList<Contact>();
        var bytes = 0L;
        for (var entry : page.entries()) {
            if (contacts.size() < paging.limit()) {
                var kept = KeptContact.of(entry.contact(), 0);
                bytes += kept.json().length;
                contacts.add(kept.contact(entry.id()));
            }
        }
        reserve.accept(bytes);
        var shown = paging.offset() + contacts.size();
        return new Listing<>(contacts, page.total().orElse(contacts.size() == paging.limit() ? shown + 1 : shown));
    }
}
