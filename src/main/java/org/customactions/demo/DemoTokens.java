package org.customactions.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.customactions.identity.JwtConfiguration;
import org.customactions.web.TrialTokens;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Signs tokens of the demo organization with the development secret. */
@ApplicationScoped
@IfBuildProfile("dev")
public class DemoTokens implements TrialTokens {

    static final String PATH = "/demo/token";

    private static final float LIFETIME_MINUTES = 12 * 60;

    private final Optional<String> secret;

    DemoTokens(JwtConfiguration configuration) {
        this.secret = configuration.secret();
    }

    @Override
    public String path() {
        return PATH;
    }

    /** A token; empty if this run has no signing secret. */
    Optional<String> sign(String role) {
        return secret.map(key -> {
            var claims = new JwtClaims();
            claims.setStringClaim("organization_id", DemoData.ORGANIZATION.toString());
            claims.setSubject(DemoData.USER.toString());
            claims.setStringClaim("role", role);
            claims.setIssuedAtToNow();
            claims.setExpirationTimeMinutesInTheFuture(LIFETIME_MINUTES);
            return sign(claims, key);
        });
    }

    private static String sign(JwtClaims claims, String key) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The development token could not be signed", e);
        }
    }
}
