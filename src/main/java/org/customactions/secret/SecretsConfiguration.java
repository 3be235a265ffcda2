package org.customactions.secret;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How secrets in the database are encrypted. */
@ConfigMapping(prefix = "custom-actions.secrets")
public interface SecretsConfiguration {

    /**
     * Key that header values and signing secrets are encrypted with in the database (AES-256-GCM): 32 random bytes in
     * base64, as {@code openssl rand -base64 32} makes them. Without it they are stored as they are, and production
     * logs a warning.
     */
    Optional<String> key();

    /**
     * Further keys of the same form, separated by commas: values that are encrypted with one of them can be read, and
     * are encrypted with {@code custom-actions.secrets.key} at the next write. An older key belongs here until
     * {@code reencrypt-secrets} has run, and a new one while replicas take turns to learn it.
     */
    Optional<List<String>> previousKeys();
}
