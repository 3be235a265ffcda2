package org.customactions.kind.webhook;

/** Thrown if a webhook cannot be sent for this contact. The message tells an agent why. */
final class UnsendableException extends RuntimeException {

    UnsendableException(String message) {
        super(message, null, false, false);
    }
}
