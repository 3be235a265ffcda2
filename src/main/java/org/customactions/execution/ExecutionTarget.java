package org.customactions.execution;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.customactions.action.CustomAction;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.api.Uuids;
import org.customactions.directory.Contact;
import org.customactions.directory.Organization;
import org.customactions.directory.User;
import org.customactions.identity.Caller;

/**
 * Everything an execution needs to know, read in one statement.
 *
 * @param action the action of the caller's organization
 * @param contact the contact of the same organization
 * @param user the caller's row in the directory, if there is one
 * @param organization the organization's row, if there is one
 */
record ExecutionTarget(CustomAction action, Contact contact, Optional<User> user, Optional<Organization> organization) {

    private static final String LOAD = """
            select a, c, u, o
            from CustomAction a
            left join Contact c on c.id = :contact and c.organizationId = a.organizationId and c.deletedAt is null
            left join User u on u.id = :user and u.organizationId = a.organizationId
            left join Organization o on o.id = a.organizationId
            where a.id = :action and a.organizationId = :organization and a.deletedAt is null
            """;

    /** Stands for a user id that is no UUID, and so is in no directory. */
    private static final UUID NOBODY = new UUID(0, 0);

    /** Fails with 404 when the action or the contact is not there, with 400 when the action is not active. */
    static Uni<ExecutionTarget> load(Caller caller, UUID actionId, UUID contactId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(LOAD, Object[].class)
                        .setParameter("organization", caller.organizationId())
                        .setParameter("action", actionId)
                        .setParameter("contact", contactId)
                        .setParameter("user", Uuids.parse(caller.userId()).orElse(NOBODY))
                        .getSingleResultOrNull())
                .map(ExecutionTarget::of);
    }

    private static ExecutionTarget of(Object[] row) {
        if (row == null) {
            throw ApiException.notFound("Custom action");
        }
        var action = (CustomAction) row[0];
        if (!action.isActive) {
            throw ApiException.of(ErrorType.VALIDATION_ERROR, "Custom action is not active");
        }
        if (row[1] == null) {
            throw ApiException.notFound("Contact");
        }
        return new ExecutionTarget(
                action, (Contact) row[1], Optional.ofNullable((User) row[2]), Optional.ofNullable((Organization)
                        row[3]));
    }
}
