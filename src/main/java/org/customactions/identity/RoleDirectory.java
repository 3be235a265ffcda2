package org.customactions.identity;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Where the role of a user stands whose token names none. */
public interface RoleDirectory {

    /** The user's role in the organization; empty when neither is known. */
    Uni<Optional<String>> roleOf(UUID organizationId, String userId);
}
