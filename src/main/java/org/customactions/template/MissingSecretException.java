package org.customactions.template;

/** Thrown if a template uses a secret that the organization does not have. The message is a sentence for an agent. */
public final class MissingSecretException extends RuntimeException {

    private static final int MAX_SHOWN = 64;

    MissingSecretException(String name) {
        super(
                "the secret %s does not exist any more; please tell your administrator"
                        .formatted(name.substring(0, Math.min(MAX_SHOWN, name.length()))),
                null,
                false,
                false);
    }
}
