package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customactions.action.ContactVariables;
import org.customactions.api.ApiException;
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
    public Uni<Variables> of(Caller caller, UUID contactId) {
        return Contact.findIn(caller.organizationId(), contactId)
                .map(found -> found.orElseThrow(() -> ApiException.notFound("Contact")))
                .chain(contact -> of(caller, ActionVariables.contact(contact)));
    }

    /** For a contact that nobody has. */
    Uni<Variables> ofSample(Caller caller) {
        return of(caller, SampleVariables.forPreview().get("contact"));
    }

    private static Uni<Variables> of(Caller caller, Object contact) {
        return User.findIn(caller.organizationId(), caller.userId())
                .chain(user -> Organization.<Organization>findById(caller.organizationId())
                        .map(organization -> CallerDetails.of(user, Optional.ofNullable(organization))))
                .map(details -> ActionVariables.of(caller, contact, details));
    }
}
