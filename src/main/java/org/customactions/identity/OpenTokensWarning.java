package org.customactions.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.customactions.startup.StartOrder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Warns an operator whose service takes every token that is signed with the right key. Identity providers sign tokens
 * for other purposes with it too: for other services, for refreshing, for resetting a password.
 */
@ApplicationScoped
public class OpenTokensWarning {

    private static final Logger LOG = Logger.getLogger(OpenTokensWarning.class);

    private final boolean isOpen;

    /** @param serves whether this is the service and not a command, which takes no tokens */
    OpenTokensWarning(
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<Set<String>> audiences,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.isOpen = serves && issuer.isEmpty() && audiences.isEmpty();
    }

    void warn(@Observes @Priority(StartOrder.LAST) StartupEvent event) {
        if (isOpen && ConfigUtils.isProfileActive("prod")) {
            LOG.warn(
                    "Tokens of any issuer and for any audience are accepted if their key fits; set MP_JWT_VERIFY_ISSUER and"
                            + " MP_JWT_VERIFY_AUDIENCES to what your tokens have in iss and aud");
        }
    }
}
