package org.customactions.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every successful answer.
 *
 * @param status always {@code success}
 * @param data the requested data
 * @param <T> type of the data
 */
public record Envelope<T>(
        @Schema(required = true, enumeration = "success") String status,
        @Schema(required = true) T data) {

    /** Wraps data as a success. */
    public static <T> Envelope<T> of(T data) {
        return new Envelope<>("success", data);
    }
}
