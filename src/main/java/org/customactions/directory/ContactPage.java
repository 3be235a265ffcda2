package org.customactions.directory;

import java.util.List;
import org.customactions.api.Paging;
import org.customactions.database.Listing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of contacts. */
record ContactPage(
        @Schema(required = true) List<ContactView> contacts,
        @Schema(required = true) long total,
        @Schema(required = true) int page,
        @Schema(required = true) int limit) {

    static ContactPage of(Listing<Contact> listing, Paging paging) {
        return new ContactPage(
                listing.rows().stream().map(ContactView::of).toList(), listing.total(), paging.page(), paging.limit());
    }
}
