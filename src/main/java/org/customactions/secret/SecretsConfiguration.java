package org.customactions.secret;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** How secrets in the database are encrypted. */
@ConfigMapping(prefix = "custom-actions.secrets")
public interface SecretsConfiguration {

    /**
     * Key that header values, signing secrets and the secrets of organizations are encrypted with in the database
     * (AES-256-GCM): 32 random bytes in base64, as {@code openssl rand -base64 32} makes them. Without it they are
     * stored as they are, and production logs a warning.
     */
    Optional<String> key();

    /** File that holds {@code custom-actions.secrets.key} instead, with or without a line break at its end. */
    Optional<String> keyFile();

    /**
     * Whether managers can only write secrets: they read {@code ********} for header values, signing secrets and the
     * like, as everybody else does. The mask that is sent back keeps what is stored.
     */
    @WithDefault("false")
    boolean writeOnly();

    /**
     * More keys of the same form, separated by commas. Values that are encrypted with one of them can still be read;
     * the next write encrypts them with {@code custom-actions.secrets.key}. Keep an old key here until
     * {@code reencrypt-secrets} has run, and put a new key here until all replicas know it.
     */
    Optional<List<String>> previousKeys();

    /** File that holds {@code custom-actions.secrets.previous-keys} instead. */
    Optional<String> previousKeysFile();
}
