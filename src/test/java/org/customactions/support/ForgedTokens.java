package org.customactions.support;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tokens that must be refused with 401, each wrong in exactly one way. */
public final class ForgedTokens {
    /** Longer than any clock skew that a verifier grants. */
    private static final Duration LONG_AGO = Duration.ofHours(-1);

    private ForgedTokens() {}

    /** What is wrong → a manager's token of the organization that is wrong in this way. */
    public static Map<String, String> all(UUID organizationId) {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("alg none", Tokens.manager(organizationId).unsigned("none"));
        tokens.put("alg nOnE", Tokens.manager(organizationId).unsigned("nOnE"));
        tokens.put("RS256 without a signature", Tokens.manager(organizationId).unsigned("RS256"));
        tokens.put("ES256 without a signature", Tokens.manager(organizationId).unsigned("ES256"));
        tokens.put(
                "signed with another RSA key",
                Tokens.manager(organizationId).signRs256(SigningKeys.newRsa().getPrivate()));
        tokens.put(
                "signed with another EC key",
                Tokens.manager(organizationId).signEs256(SigningKeys.newEc().getPrivate()));
        List.of(SigningKeys.rsa(), SigningKeys.ec())
                .forEach(keys -> asSecrets(organizationId, keys.getPublic(), tokens));
        tokens.put("tampered claims", tampered(organizationId));
        tokens.put("expired", Tokens.manager(organizationId).expiresIn(LONG_AGO).sign());
        tokens.put("no exp", Tokens.manager(organizationId).without("exp").sign());
        tokens.put(
                "no organization_id",
                Tokens.manager(organizationId).without("organization_id").sign());
        tokens.put(
                "organization_id has a control character",
                Tokens.manager(organizationId)
                        .claim("organization_id", organizationId + "\n")
                        .sign());
        tokens.put(
                "organization_id is a fraction",
                Tokens.manager(organizationId).claim("organization_id", 4.2).sign());
        tokens.put(
                "organization_id is a list",
                Tokens.manager(organizationId)
                        .claim("organization_id", List.of(organizationId.toString()))
                        .sign());
        tokens.put(
                "organization_id is null",
                Tokens.manager(organizationId).claim("organization_id", null).sign());
        tokens.put("not a token", "not-a-token");
        return tokens;
    }

    private static void asSecrets(UUID organizationId, PublicKey key, Map<String, String> tokens) {
        tokens.put(
                "HS256 with the %s key's PEM as the secret".formatted(key.getAlgorithm()),
                Tokens.manager(organizationId).signHs256(SigningKeys.pem(key).getBytes(StandardCharsets.UTF_8)));
        tokens.put(
                "HS256 with the %s key's DER as the secret".formatted(key.getAlgorithm()),
                Tokens.manager(organizationId).signHs256(key.getEncoded()));
    }

    /** An agent's signed token whose claims were replaced by a manager's. */
    public static String tampered(UUID organizationId) {
        String[] parts = Tokens.agent(organizationId).sign().split("\\.");
        return parts[0] + "." + Tokens.manager(organizationId).encodedClaims() + "." + parts[2];
    }
}
