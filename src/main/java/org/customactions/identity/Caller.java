package org.customactions.identity;

import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Uuids;

/**
 * Who calls, as a verified token says it.
 *
 * @param organizationId the organization whose rows exist for this caller
 * @param userId id of the user as the token has it, usually but not always a UUID
 * @param name display name, where the token names it
 * @param email e-mail address, where the token names it
 * @param role role, where the token names it
 * @param organizationName name of the organization, where the token names it
 */
public record Caller(
        UUID organizationId,
        String userId,
        Optional<String> name,
        Optional<String> email,
        Optional<String> role,
        Optional<String> organizationName) {

    /** Role of a user of whom neither the token nor the directory knows one. */
    public static final String DEFAULT_ROLE = "agent";

    private static final UUID NOBODY = new UUID(0, 0);

    /** The id to look the user up by in the directory: one that nobody has, where the token's is no UUID. */
    public UUID directoryId() {
        return Uuids.parse(userId).orElse(NOBODY);
    }
}
