package org.customactions.secret;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Reads the keys before anything else happens, and tells an operator who has set none. */
@ApplicationScoped
public class SecretsStartup {

    private static final Logger LOG = Logger.getLogger(SecretsStartup.class);

    /** Before anything is made of the settings. */
    private static final int FIRST = 100;

    /** Once nothing can refuse the start any more. */
    private static final int LAST = Integer.MAX_VALUE;

    private final SecretKeys keys;
    private final boolean serves;

    /** @param serves whether this is a service and not a command, which may have no use for a key */
    SecretsStartup(
            SecretKeys keys,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.keys = keys;
        this.serves = serves;
    }

    /** Malformed keys end the start, see {@link SecretKeys}. */
    void readKeys(@Observes @Priority(FIRST) StartupEvent event) {
        LOG.debugf("Secrets are read with the keys %s", keys.ids());
    }

    void warnWithoutKey(@Observes @Priority(LAST) StartupEvent event) {
        if (keys.currentId().isEmpty() && serves && ConfigUtils.isProfileActive("prod")) {
            LOG.warnf(
                    "%s is not set, so header values and signing secrets are stored unencrypted; set it to 32 random bytes in"
                            + " base64",
                    SecretKeys.KEY);
        }
    }
}
