package org.customactions.execution;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Another way to the page of an execution.
 *
 * @param redirectUrl path of a one-time redirect to open
 */
@Schema(name = "FreshRedirect")
record FreshRedirect(
        @Schema(required = true, examples = "/api/custom-actions/redirect/…")
        String redirectUrl) {}
