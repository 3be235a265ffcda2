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
 * @param input what the page says of it
 * @param key key with which the client may send the same click again
 */
record Click(UUID executionId, Caller caller, UUID actionId, ClickInput input, Optional<ScopedKey> key) {

    static Click of(Caller caller, UUID actionId, ClickInput input, Optional<IdempotencyKey> key) {
        return new Click(UUID.randomUUID(), caller, actionId, input, key.map(given -> given.of(caller, actionId)));
    }

    UUID contactId() {
        return input.contactId();
    }

    UUID organizationId() {
        return caller.organizationId();
    }
}
