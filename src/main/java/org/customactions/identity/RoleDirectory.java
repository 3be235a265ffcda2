package org.customactions.identity;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Looks up the role of a user whose token names none. */
public interface RoleDirectory {

    /** The user's role in the organization; empty if the user or the role is unknown. */
    Uni<Optional<String>> roleOf(UUID organizationId, String userId);
}
