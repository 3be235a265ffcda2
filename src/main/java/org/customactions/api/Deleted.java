package org.customactions.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a deletion. */
public record Deleted(
        @Schema(required = true, enumeration = "deleted") String status) {

    /** The envelope after a deletion. */
    public static final Envelope<Deleted> DONE = Envelope.of(new Deleted("deleted"));
}
