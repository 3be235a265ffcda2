package org.customactions.execution;

import java.util.UUID;
import org.customactions.identity.Caller;

/**
 * A request to execute an action.
 *
 * @param executionId id of the execution that it becomes
 * @param caller who clicked
 * @param actionId what was clicked, in the caller's organization if it is there at all
 * @param contactId for whom
 */
record Click(UUID executionId, Caller caller, UUID actionId, UUID contactId) {

    static Click of(Caller caller, UUID actionId, UUID contactId) {
        return new Click(UUID.randomUUID(), caller, actionId, contactId);
    }

    UUID organizationId() {
        return caller.organizationId();
    }
}
