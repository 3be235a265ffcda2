package org.customactions.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.customactions.api.Timestamps;
import org.customactions.database.Database;
import org.customactions.database.DatabaseFailures;

/** Writes contacts by the key that their table has: a chat platform's own may have another than the service's. */
@ApplicationScoped
class ContactWrites {

    private final Database database;
    private final ContactQuota quota;
    private final Clock clock;
    private volatile ContactUpsert.Key key = ContactUpsert.Key.ORGANIZATION_AND_ID;

    ContactWrites(Database database, ContactQuota quota, Clock clock) {
        this.database = database;
        this.quota = quota;
        this.clock = clock;
    }

    /**
     * Creates or replaces contacts, all or none, and returns them in the order given. Fails with 409 if the
     * organization has too many.
     */
    Uni<List<Contact>> write(UUID organizationId, List<ContactInput> contacts) {
        var tried = key;
        return write(tried, organizationId, contacts)
                .onFailure(failure ->
                        tried == ContactUpsert.Key.ORGANIZATION_AND_ID && DatabaseFailures.isMissingKey(failure))
                .recoverWithUni(() -> {
                    key = ContactUpsert.Key.ID;
                    return write(key, organizationId, contacts);
                });
    }

    private Uni<List<Contact>> write(ContactUpsert.Key by, UUID organizationId, List<ContactInput> contacts) {
        return database.inTransaction(() -> ContactUpsert.upsert(by, organizationId, contacts, Timestamps.now(clock))
                .call(written -> quota.require(organizationId, written.size())));
    }
}
