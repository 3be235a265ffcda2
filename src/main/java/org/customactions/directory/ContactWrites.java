package org.customactions.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.Timestamps;
import org.customactions.database.Database;
import org.customactions.database.DatabaseFailures;
import org.customactions.directory.ContactUpsert.Key;
import org.jboss.logging.Logger;

/**
 * Writes contacts by the key that their table has. It is the id alone in a chat platform's own table, and in the
 * service's own until two organizations use the same id.
 */
@ApplicationScoped
class ContactWrites {

    private static final Logger LOG = Logger.getLogger(ContactWrites.class);

    private final Database database;
    private final ContactQuota quota;
    private final Clock clock;
    private volatile Key key = Key.ORGANIZATION_AND_ID;

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
        var known = key;
        return write(known, organizationId, contacts)
                // Nobody has tried yet, or another replica has changed the key.
                .onFailure(DatabaseFailures::isMissingKey)
                .recoverWithUni(
                        () -> write(known.other(), organizationId, contacts).invoke(() -> key = known.other()))
                .onFailure(ContactWrites::isOfAnother)
                .recoverWithUni(failure -> separated()
                        .chain(areSeparate -> areSeparate
                                ? write(Key.ORGANIZATION_AND_ID, organizationId, contacts)
                                : Uni.createFrom().failure(failure)));
    }

    private Uni<List<Contact>> write(Key by, UUID organizationId, List<ContactInput> contacts) {
        return database.inTransaction(() -> ContactUpsert.upsert(by, organizationId, contacts, Timestamps.now(clock))
                .call(written -> quota.require(organizationId, written.size())));
    }

    /** Whether organizations may use the same ids from now on, which a platform's table does not allow. */
    private Uni<Boolean> separated() {
        return database.inTransaction(ContactUpsert::separate).invoke(areSeparate -> {
            if (areSeparate) {
                key = Key.ORGANIZATION_AND_ID;
                LOG.info("Two organizations use the same contact ids; replicas of a version before that can no longer"
                        + " write contacts");
            }
        });
    }

    private static boolean isOfAnother(Throwable failure) {
        return failure instanceof ApiException refusal && refusal.type() == ErrorType.NOT_FOUND;
    }
}
