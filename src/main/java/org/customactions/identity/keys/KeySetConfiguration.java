package org.customactions.identity.keys;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the key set behind {@code MP_JWT_VERIFY_PUBLICKEY_LOCATION} is reached, if that is a URL. */
@ConfigMapping(prefix = "custom-actions.identity.key-set")
public interface KeySetConfiguration {

    /**
     * Path of a PEM file of certificate authorities that the key set's server may have its certificate from, besides
     * the usual ones. Read at the start.
     */
    Optional<String> trustedCertificates();

    /** HTTP proxy through which the key set is asked for, such as {@code http://proxy:3128}. Default: none. */
    Optional<String> proxy();
}
