package org.customactions.execution;

import java.util.Optional;
import java.util.UUID;
import org.customactions.directory.Contact;
import org.customactions.directory.ContactId;
import org.customactions.idempotency.IdempotencyKey;
import org.customactions.idempotency.ScopedKey;
import org.customactions.identity.Caller;

/**
 * A request to execute an action.
 *
 * @param executionId id of its execution, unless its key was used before
 * @param caller the user who clicked
 * @param actionId the clicked action; it may not exist in the caller's organization. Null if what is tried is not saved
 * @param input what the page says of it
 * @param asked the contact, if it was asked for; else it is read with the action
 * @param key key with which the client may send the same click again
 */
record Click(
        UUID executionId,
        Caller caller,
        UUID actionId,
        ClickInput input,
        Optional<Contact> asked,
        Optional<ScopedKey> key) {

    static Click of(Caller caller, UUID actionId, ClickInput input, Optional<IdempotencyKey> key) {
        return new Click(
                UUID.randomUUID(),
                caller,
                actionId,
                input,
                Optional.empty(),
                key.map(given -> given.of(caller, actionId)));
    }

    Click with(Contact contact) {
        return new Click(executionId, caller, actionId, input, Optional.of(contact), key);
    }

    ContactId contactId() {
        return input.contactId();
    }

    UUID organizationId() {
        return caller.organizationId();
    }
}
