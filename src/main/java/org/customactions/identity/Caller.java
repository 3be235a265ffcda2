package org.customactions.identity;

import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Uuids;

/**
 * The caller of a request, as the verified token names it.
 *
 * @param organizationId the caller's organization; only its rows exist for this caller
 * @param userId id of the user as in the token, usually but not always a UUID
 * @param name display name, if the token has it
 * @param email e-mail address, if the token has it
 * @param role role, if the token has it
 * @param organizationName name of the organization, if the token has it
 */
public record Caller(
        UUID organizationId,
        String userId,
        Optional<String> name,
        Optional<String> email,
        Optional<String> role,
        Optional<String> organizationName) {

    /** Role of a user if neither the token nor the directory has one. */
    public static final String DEFAULT_ROLE = "agent";

    private static final UUID NOBODY = new UUID(0, 0);

    /** The id for looking up the user in the directory. If the token's id is not a UUID, an id that nobody has. */
    public UUID directoryId() {
        return Uuids.parse(userId).orElse(NOBODY);
    }
}
