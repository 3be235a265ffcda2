package org.customactions.execution;

import java.util.Optional;
import java.util.UUID;
import org.customactions.idempotency.IdempotencyKey;
import org.customactions.idempotency.ScopedKey;
import org.customactions.identity.Caller;

/**
 * A request to execute an action.
 *
 * @param executionId id of its execution, unless its key was used before
 * @param caller the user who clicked
 * @param actionId the clicked action; it may not exist in the caller's organization
 * @param contactId the contact it is for
 * @param key key with which the client may send the same click again
 */
record Click(UUID executionId, Caller caller, UUID actionId, UUID contactId, Optional<ScopedKey> key) {

    static Click of(Caller caller, UUID actionId, UUID contactId, Optional<IdempotencyKey> key) {
        return new Click(UUID.randomUUID(), caller, actionId, contactId, key.map(given -> given.of(caller, actionId)));
    }

    UUID organizationId() {
        return caller.organizationId();
    }
}
