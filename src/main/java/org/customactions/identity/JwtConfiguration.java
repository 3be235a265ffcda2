package org.customactions.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How bearer tokens are verified if not by {@code MP_JWT_VERIFY_PUBLICKEY_LOCATION}. */
@ConfigMapping(prefix = "custom-actions.jwt")
public interface JwtConfiguration {

    /**
     * Secret for tokens signed by HMAC (HS256), at least 32 bytes in UTF-8. Set either this or
     * {@code MP_JWT_VERIFY_PUBLICKEY_LOCATION}, the path or URL of a public key (PEM) or key set (JWKS).
     */
    Optional<String> secret();

    /** File that holds {@code custom-actions.jwt.secret} instead, with or without a line break at its end. */
    Optional<String> secretFile();
}
