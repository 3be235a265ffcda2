package org.customactions.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.config.JWTAuthContextInfoProvider;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * Settings of token verification. With a secret, HS256 is the only algorithm and the secret the only key; without one,
 * only public-key algorithms are accepted. A token can thus never choose to have a public key taken for a secret.
 */
@ApplicationScoped
public class JwtVerification {

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
        configuration
                .secret()
                .ifPresentOrElse(
                        secret -> verifyWith(secret, settings),
                        () -> pemAlgorithm(settings)
                                .ifPresent(algorithm -> settings.setSignatureAlgorithm(Set.of(algorithm))));
        return settings;
    }

    private static void verifyWith(String secret, JWTAuthContextInfo settings) {
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        settings.setSecretVerificationKey(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    /**
     * The one accepted algorithm that a PEM key is for; empty where the key is none. Of several algorithms the library
     * tries only the first with a PEM key, and which one is first differs from start to start.
     */
    private static Optional<SignatureAlgorithm> pemAlgorithm(JWTAuthContextInfo settings) {
        return Optional.ofNullable(settings.getPublicKeyContent())
                .flatMap(content -> settings.getSignatureAlgorithm().stream()
                        .filter(algorithm -> isPemKey(content, algorithm))
                        .findFirst());
    }

    private static boolean isPemKey(String content, SignatureAlgorithm algorithm) {
        try {
            return KeyUtils.decodePublicKey(content, algorithm) != null;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
