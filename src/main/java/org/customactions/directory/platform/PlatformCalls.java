package org.customactions.directory.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Asks the platform. */
interface PlatformCalls {

    /** What the platform has at the URL; fails with a {@link PlatformFault}, within the timeout. */
    Uni<JsonNode> get(UUID organizationId, String url, String authorization);
}
