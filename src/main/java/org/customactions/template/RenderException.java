package org.customactions.template;

/** Thrown if a template cannot be filled in with these variables. The message is one sentence for an agent. */
public final class RenderException extends RuntimeException {

    RenderException(String message) {
        super(message);
    }
}
