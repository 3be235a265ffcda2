package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.customactions.action.ContactVariables;
import org.customactions.directory.Contact;
import org.customactions.directory.Organization;
import org.customactions.directory.User;
import org.customactions.identity.Caller;
import org.customactions.template.SampleVariables;
import org.customactions.template.Variables;

/** The variables of a click that has not happened yet. */
@ApplicationScoped
class ClickVariables implements ContactVariables {

    @Override
    public Uni<Variables> of(Caller caller, Contact contact) {
        return with(caller, ActionVariables.contact(contact));
    }

    /** For a contact that nobody has; in a session too. */
    Uni<Variables> ofSample(Caller caller) {
        return with(caller, SampleVariables.forPreview().get("contact"));
    }

    private static Uni<Variables> with(Caller caller, Object contact) {
        return User.findIn(caller.organizationId(), caller.userId())
                .chain(user -> Organization.<Organization>findById(caller.organizationId())
                        .map(organization -> CallerDetails.of(user, Optional.ofNullable(organization))))
                .map(details -> ActionVariables.of(caller, contact, details));
    }
}
