package org.customactions.kind.webhook;

/** A webhook that cannot be sent for this contact; the message tells an agent why. */
final class UnsendableException extends RuntimeException {

    UnsendableException(String message) {
        super(message, null, false, false);
    }
}
