package org.customactions.directory;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.customactions.api.ApiException;
import org.customactions.api.JsonFields;
import org.customactions.api.Paging;
import org.customactions.database.Listing;
import org.customactions.identity.Caller;

/** Where contacts live: the service's own table, or a chat platform that is asked. */
public interface ContactSource {

    /** Whether a contact has to be asked for; else it is read along with what else is in the database. */
    boolean isElsewhere();

    /** The id that a text is here; empty if no contact can have it. */
    Optional<ContactId> id(String text);

    /** What an id is, for a sentence that refuses another text. */
    String formOfIds();

    /** The id in a field of a request; anything else there is a complaint. */
    default Optional<ContactId> id(JsonFields fields, String name) {
        return fields.text(name).flatMap(text -> {
            var id = id(text);
            fields.expect(id.isPresent(), name, formOfIds());
            return id;
        });
    }

    /**
     * A contact of the caller's organization; fails with 404 if there is none, and with 403 or 503 if it is not told.
     */
    Uni<Contact> read(Caller caller, ContactId id);

    /** A page of the organization's contacts. */
    Uni<Listing<Contact>> list(Caller caller, Optional<String> search, Paging paging);

    /** @throws ApiException 405 if contacts cannot be written here */
    void requireWritable();
}
