package org.customactions.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is told of a deletion. */
public record Deleted(
        @Schema(required = true, enumeration = "deleted") String status) {

    /** The envelope of a deletion that was done. */
    public static final Envelope<Deleted> DONE = Envelope.of(new Deleted("deleted"));
}
