package org.customactions.secret.organization;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A secret that was written, without its value. */
record WrittenSecret(
        @Schema(required = true, examples = "crm_token") String name,
        @Schema(required = true) Instant updatedAt) {}
