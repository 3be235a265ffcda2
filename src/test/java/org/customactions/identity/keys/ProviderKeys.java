package org.customactions.identity.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.support.Tokens;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.lang.JoseException;

/**
 * A key pair of an identity provider.
 *
 * @param algorithm that it signs tokens with
 * @param id its {@code kid}, or null
 */
public record ProviderKeys(String algorithm, String id, KeyPair pair) {

    private static final int RSA_BITS = 2048;

    /** A new key pair for this algorithm. */
    public static ProviderKeys create(String algorithm, String id) {
        try {
            return new ProviderKeys(algorithm, id, generator(algorithm).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPairGenerator generator(String algorithm) throws GeneralSecurityException {
        var name = algorithm.startsWith("ES") ? "EC" : algorithm.equals("EdDSA") ? "Ed25519" : "RSA";
        var generator = KeyPairGenerator.getInstance(name);
        switch (algorithm) {
            case "ES256" -> generator.initialize(256);
            case "ES384" -> generator.initialize(384);
            case "ES512" -> generator.initialize(521);
            case "EdDSA" -> {}
            default -> generator.initialize(RSA_BITS);
        }
        return generator;
    }

    /** The token, signed with this key. */
    public String sign(Tokens token) {
        return token.signWith(algorithm, id, pair.getPrivate());
    }

    /** The public key as JSON, without {@code use} and {@code alg}. */
    public String json() {
        try {
            var key = JsonWebKey.Factory.newJwk(pair.getPublic());
            key.setKeyId(id);
            return key.toJson(OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key set of these keys. */
    public static String set(ProviderKeys... keys) {
        return Stream.of(keys).map(ProviderKeys::json).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
