package org.customactions.kind;

import java.util.Optional;

/**
 * What a click is answered, and what is left to do after that.
 *
 * @param deferred empty if nothing is left
 */
public record Acceptance(ActionResult result, Optional<Deferred> deferred) {

    /** Nothing is left. */
    public static Acceptance ended(ActionResult result) {
        return new Acceptance(result, Optional.empty());
    }
}
