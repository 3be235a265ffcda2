package org.customactions.action;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.customactions.identity.Caller;
import org.customactions.template.Variables;

/** What templates can say of a contact, of who is signed in and of the organization. */
public interface ContactVariables {

    /** Fails with 404 if there is no such contact. To be called in a session of the database. */
    Uni<Variables> of(Caller caller, UUID contactId);
}
