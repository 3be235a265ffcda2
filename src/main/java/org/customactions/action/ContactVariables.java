package org.customactions.action;

import io.smallrye.mutiny.Uni;
import org.customactions.directory.Contact;
import org.customactions.identity.Caller;
import org.customactions.template.Variables;

/** What templates can say of a contact, of who is signed in and of the organization. */
public interface ContactVariables {

    /** To be called in a session of the database. */
    Uni<Variables> of(Caller caller, Contact contact);
}
