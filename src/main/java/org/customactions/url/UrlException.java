package org.customactions.url;

/** Thrown if a URL is not acceptable. The message is one sentence that says what to change and never quotes the URL. */
public final class UrlException extends RuntimeException {

    public UrlException(String message) {
        super(message);
    }
}
