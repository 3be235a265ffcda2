package org.customactions.kind;

/**
 * What an action does after its click was answered.
 *
 * @param upstream tells who gets it; what goes to others does not wait for it
 * @param request all that is needed to do it, in a form of the kind's own; it holds customers' data and secrets
 */
public record Deferred(String upstream, byte[] request) {

    /** Without contents. */
    @Override
    public String toString() {
        return "Deferred[%d bytes]".formatted(request.length);
    }
}
