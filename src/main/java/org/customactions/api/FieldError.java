package org.customactions.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One field of a request that is at fault.
 *
 * @param field where it stands, dotted from the top of the body or the name of the query parameter, such as
 *     {@code config.headers.X-Key}
 * @param message what to change, one sentence
 */
public record FieldError(
        @Schema(required = true, examples = "name") String field,

        @Schema(required = true, examples = "Name is required")
        String message) {}
