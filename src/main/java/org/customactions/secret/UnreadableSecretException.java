package org.customactions.secret;

/**
 * A stored secret that cannot be decrypted. The message is for the operator: it names the key, the action and the
 * setting.
 */
public final class UnreadableSecretException extends Exception {

    UnreadableSecretException(SecretPlace place, String reason) {
        super("The secret %s cannot be read: %s".formatted(place.described(), reason), null, false, false);
    }
}
