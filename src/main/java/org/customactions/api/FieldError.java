package org.customactions.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One field of a request that is at fault.
 *
 * @param field path of the field in the body, separated by dots, such as {@code config.headers.X-Key}, or the name of
 *     the query parameter
 * @param message what to change, one sentence
 */
public record FieldError(
        @Schema(required = true, examples = "name") String field,

        @Schema(required = true, examples = "Name is required")
        String message) {}
