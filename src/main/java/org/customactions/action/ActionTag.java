package org.customactions.action;

import jakarta.ws.rs.core.EntityTag;
import java.time.Instant;
import java.util.UUID;
import org.customactions.crypto.Sha256;

/**
 * Makes the entity tag of an action. It changes with each update and with the caller's view of secrets, and not with
 * the order of the list.
 */
final class ActionTag {

    private static final int TAG_DIGITS = 32;

    private ActionTag() {}

    /** @param view see {@link ConfigSecrets#view} */
    static EntityTag of(UUID id, Instant updatedAt, String view) {
        return new EntityTag(
                Sha256.hex("%s/%s/%s".formatted(id, updatedAt, view)).substring(0, TAG_DIGITS));
    }
}
