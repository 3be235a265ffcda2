package org.customactions.identity;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Looks up what the token of a user does not say. */
public interface MemberDirectory {

    /** A user that an organization has; the role is empty if it is unknown. */
    record Member(Optional<String> role) {}

    /** The user in the organization; empty if it has no such user. */
    Uni<Optional<Member>> find(UUID organizationId, String userId);

    /** The same, in the turn of the organization that the user's token names, among its reads. */
    Uni<Optional<Member>> findInTurn(UUID ofToken, UUID organizationId, String userId);
}
