package org.customactions.secret;

/**
 * A stored secret that cannot be decrypted. The message is for the operator: it names the key, the action and the
 * setting.
 */
public final class UnreadableSecretException extends Exception {

    UnreadableSecretException(SecretPlace place, String reason) {
        super(
                "The secret %s of the action %s cannot be read: %s"
                        .formatted(place.name().replaceAll("\\p{Cntrl}", "?"), place.actionId(), reason),
                null,
                false,
                false);
    }
}
