package org.customactions.webhook;

import java.util.Base64;
import java.util.Optional;

/**
 * A secret that requests are signed with, in the form of the Standard Webhooks specification: {@code whsec_} and base64
 * of 24 to 64 random bytes.
 */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /** The secret in a text; empty if the text does not have that form. */
    public static Optional<SigningSecret> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            return key.length < MIN_BYTES || key.length > MAX_BYTES
                    ? Optional.empty()
                    : Optional.of(new SigningSecret(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] key() {
        return key;
    }

    @Override
    public String toString() {
        return "SigningSecret";
    }
}
