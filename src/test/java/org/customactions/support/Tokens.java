package org.customactions.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Builds and signs JSON Web Tokens (RFC 7519) as an identity provider would: with the keys of {@link SigningKeys},
 * valid for five minutes, a user id of their own in {@code sub}. Signed by hand, because a JWT library refuses to make
 * most of what a test of refusals needs.
 */
public final class Tokens {
    /** As deep as an attacker can write it. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(10_000).build())
            .build());

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Map<String, Object> claims = new LinkedHashMap<>();

    private Tokens() {}

    /** A user of the organization, of no role yet. */
    public static Tokens of(UUID organizationId) {
        Tokens token = new Tokens().claim("organization_id", organizationId.toString());
        token.claim("sub", UUID.randomUUID().toString());
        token.claim("iat", Instant.now().getEpochSecond());
        return token.expiresIn(LIFETIME);
    }

    /** A user of the organization with the role {@code manager}. */
    public static Tokens manager(UUID organizationId) {
        return of(organizationId).claim("role", "manager");
    }

    /** A user of the organization with the role {@code agent}. */
    public static Tokens agent(UUID organizationId) {
        return of(organizationId).claim("role", "agent");
    }

    /** Sets a claim to a string, number, boolean, list, map or null. */
    public Tokens claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** Removes a claim. */
    public Tokens without(String name) {
        claims.remove(name);
        return this;
    }

    /** Sets {@code exp}, in whole seconds; a negative duration makes an expired token. */
    public Tokens expiresIn(Duration lifetime) {
        return claim("exp", Instant.now().plus(lifetime).getEpochSecond());
    }

    /** The compact token, signed with ES256, which takes a tenth of the time of RS256. */
    public String sign() {
        return signEs256(SigningKeys.ec().getPrivate());
    }

    /** The compact token, signed with RS256. */
    public String signRs256() {
        return signRs256(SigningKeys.rsa().getPrivate());
    }

    /** The compact token, signed with HS256 and {@link SigningKeys#SECRET}. */
    public String signHs256() {
        return signHs256(SigningKeys.SECRET.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The compact token, signed with any algorithm of public keys.
     *
     * @param keyId may be null
     */
    public String signWith(String algorithm, String keyId, PrivateKey key) {
        String input = signingInput(algorithm, keyId);
        return compact(input, signature(algorithm, key, input));
    }

    String signEs256(PrivateKey key) {
        String input = signingInput("ES256", SigningKeys.EC_KEY_ID);
        return compact(input, signature("ES256", key, input));
    }

    String signRs256(PrivateKey key) {
        String input = signingInput("RS256", SigningKeys.RSA_KEY_ID);
        return compact(input, signature("RS256", key, input));
    }

    String signHs256(byte[] secret) {
        String input = signingInput("HS256", null);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return compact(input, mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String unsigned(String algorithm) {
        return compact(signingInput(algorithm, null), new byte[0]);
    }

    String encodedClaims() {
        return encode(claims);
    }

    private String signingInput(String algorithm, String keyId) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm);
        header.put("typ", "JWT");
        if (keyId != null) {
            header.put("kid", keyId);
        }
        return encode(header) + "." + encodedClaims();
    }

    private static byte[] sign(String name, AlgorithmParameterSpec parameters, PrivateKey key, String input) {
        try {
            Signature signature = Signature.getInstance(name);
            if (parameters != null) {
                signature.setParameter(parameters);
            }
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param algorithm as tokens name it */
    private static byte[] signature(String algorithm, PrivateKey key, String input) {
        if (algorithm.equals("EdDSA")) {
            return sign(algorithm, null, key, input);
        }
        String bits = algorithm.substring(2);
        return switch (algorithm.substring(0, 2)) {
            case "RS" -> sign("SHA" + bits + "withRSA", null, key, input);
            case "PS" ->
                sign(
                        "RSASSA-PSS",
                        new PSSParameterSpec(
                                "SHA-" + bits,
                                "MGF1",
                                new MGF1ParameterSpec("SHA-" + bits),
                                Integer.parseInt(bits) / 8,
                                1),
                        key,
                        input);
            default -> sign("SHA" + bits + "withECDSAinP1363Format", null, key, input);
        };
    }

    private static String compact(String input, byte[] signature) {
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String encode(Map<String, Object> part) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A claim cannot be written as JSON", e);
        }
    }
}
