package org.customactions.url;

/** A host that is neither an address nor a DNS name; the message is a sentence for the person who wrote it. */
public final class HostException extends Exception {

    private static final long serialVersionUID = 1L;

    HostException(String message) {
        super(message);
    }

    HostException(String message, Throwable cause) {
        super(message, cause);
    }
}
