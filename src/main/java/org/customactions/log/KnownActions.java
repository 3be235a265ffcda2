package org.customactions.log;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Knows which actions an organization has or had: the log of a deleted one can still be read. */
public interface KnownActions {

    /** Fails with 404 if the organization never had the action. Must run in a session. */
    Uni<Void> require(UUID organizationId, UUID actionId);
}
