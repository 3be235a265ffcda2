package org.customactions.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.Optional;
import org.customactions.api.ApiException;
import org.customactions.api.Paging;
import org.customactions.api.Uuids;
import org.customactions.database.Database;
import org.customactions.database.Listing;
import org.customactions.http.AnswerBytes;
import org.customactions.identity.Caller;

/** The service's own table of contacts, or a chat platform's that is shown as one. Ids are UUIDs. */
@ApplicationScoped
@Typed(ContactTable.class)
public class ContactTable implements ContactSource {

    private final Database database;
    private final AnswerBytes answers;

    ContactTable(Database database, AnswerBytes answers) {
        this.database = database;
        this.answers = answers;
    }

    @Override
    public boolean isElsewhere() {
        return false;
    }

    @Override
    public Optional<ContactId> id(String text) {
        return Uuids.parse(text).map(ContactId::of);
    }

    @Override
    public String formOfIds() {
        return "a UUID";
    }

    @Override
    public Uni<Contact> read(Caller caller, ContactId id) {
        return database.reading(caller.organizationId(), () -> Contact.findIn(caller.organizationId(), id.uuid()))
                .map(found -> found.orElseThrow(() -> ApiException.notFound("Contact")));
    }

    @Override
    public Uni<Listing<Contact>> list(Caller caller, Optional<String> search, Paging paging) {
        var organization = caller.organizationId();
        var reserving = answers.reserving(organization);
        return database.reading(organization, () -> Contact.listIn(organization, search, paging, reserving));
    }

    @Override
    public void requireWritable() {
        // It is.
    }
}
