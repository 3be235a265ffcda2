package org.customactions.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Uuids;

/**
 * The caller of a request, as the verified token names it.
 *
 * @param organization the organization that the caller acts in; only its rows exist for this caller
 * @param userId id of the user as in the token, usually but not always a UUID
 * @param name display name, if the token has it
 * @param email e-mail address, if the token has it
 * @param roles roles, the one that counts first; empty if only the directory can tell
 * @param organizationName name of the organization, if the token has it
 * @param token the token itself; empty if nobody has signed in
 */
public record Caller(
        OrganizationId organization,
        String userId,
        Optional<String> name,
        Optional<String> email,
        List<String> roles,
        Optional<String> organizationName,
        Optional<BearerToken> token) {

    /** Role of a user if neither the token nor the directory has one. */
    public static final String DEFAULT_ROLE = "agent";

    private static final UUID NOBODY = new UUID(0, 0);

    public Caller {
        roles = List.copyOf(roles);
    }

    /** A caller of whom nothing else is known. */
    public static Caller of(UUID organizationId, String userId) {
        return new Caller(
                OrganizationId.of(organizationId),
                userId,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    Caller with(BearerToken verified) {
        return new Caller(organization, userId, name, email, roles, organizationName, Optional.of(verified));
    }

    /** The same user with another role, and maybe in another organization, whose name the token cannot know. */
    Caller actingIn(OrganizationId other, String role) {
        var isOwn = other.uuid().equals(organizationId());
        return new Caller(
                isOwn ? organization : other,
                userId,
                name,
                email,
                List.of(role),
                isOwn ? organizationName : Optional.empty(),
                token);
    }

    /** What the organization's rows are stored under. */
    public UUID organizationId() {
        return organization.uuid();
    }

    /** The role that counts; empty if only the directory can tell. */
    public Optional<String> role() {
        return roles.stream().findFirst();
    }

    /** The id for looking up the user in the directory. If the token's id is not a UUID, an id that nobody has. */
    public UUID directoryId() {
        return Uuids.parse(userId).orElse(NOBODY);
    }
}
