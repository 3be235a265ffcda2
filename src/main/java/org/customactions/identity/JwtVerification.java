package org.customactions.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.config.JWTAuthContextInfoProvider;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sets up token verification. With a secret, HS256 is the only algorithm and the secret the only key; without one, only
 * public-key algorithms are accepted. So a token can never make the service use a public key as a secret.
 */
@ApplicationScoped
class JwtVerification {

    private final JWTAuthContextInfoProvider fromConfiguration;
    private final JwtConfiguration configuration;

    JwtVerification(JWTAuthContextInfoProvider fromConfiguration, JwtConfiguration configuration) {
        this.fromConfiguration = fromConfiguration;
        this.configuration = configuration;
    }

    @Produces
    @Alternative
    @Priority(1)
    @ApplicationScoped
    JWTAuthContextInfo settings() {
        var settings = fromConfiguration.getContextInfo();
        settings.setSignatureAlgorithm(Optional.ofNullable(settings.getPublicKeyContent())
                .map(text -> new PublicKeyText(text).algorithms())
                .orElse(PublicKeyText.ALGORITHMS));
        configuration.secret().ifPresent(secret -> {
            settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
            settings.setSecretVerificationKey(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        });
        return settings;
    }
}
