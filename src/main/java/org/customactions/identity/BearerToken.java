package org.customactions.identity;

/** A caller's verified token, to act for the caller elsewhere. */
public record BearerToken(String text) {

    /** Without the token. */
    @Override
    public String toString() {
        return "a bearer token";
    }
}
