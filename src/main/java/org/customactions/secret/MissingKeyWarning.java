package org.customactions.secret;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.customactions.startup.StartOrder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Warns an operator who has not set a key. */
@ApplicationScoped
public class MissingKeyWarning {

    private static final Logger LOG = Logger.getLogger(MissingKeyWarning.class);

    private final SecretKeys keys;
    private final boolean serves;

    /** @param serves whether this is the service and not a command, which may not need a key */
    MissingKeyWarning(
            SecretKeys keys,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.keys = keys;
        this.serves = serves;
    }

    void warnWithoutKey(@Observes @Priority(StartOrder.LAST) StartupEvent event) {
        if (keys.currentId().isEmpty() && serves && ConfigUtils.isProfileActive("prod")) {
            LOG.warnf(
                    "%s is not set, so header values and signing secrets are stored unencrypted; set it to 32 random bytes in"
                            + " base64",
                    SecretKeys.KEY);
        }
    }
}
