package org.customactions.webhook;

import java.net.URI;
import java.util.Optional;

/**
 * What a token is fetched with (RFC 6749 section 4.4).
 *
 * @param tokenUrl where, an http or https URL
 * @param inBody whether id and secret are sent in the body instead of by {@code Authorization: Basic}
 */
public record ClientCredentials(
        URI tokenUrl,
        String clientId,
        String clientSecret,
        Optional<String> scope,
        Optional<String> audience,
        boolean inBody) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "ClientCredentials";
    }
}
