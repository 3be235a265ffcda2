package org.customactions.identity.keys;

import java.security.Key;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.KeyOperations;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;

/**
 * A key that tokens may be signed with.
 *
 * @param key a public key, or a secret
 * @param id its {@code kid}, if it has one
 * @param algorithms what it may sign with, in the words of RFC 7518
 */
public record VerificationKey(Key key, Optional<String> id, Set<String> algorithms) {

    private static final List<String> RSA = List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

    /** A key without an id fits a token with any. So does any key a token without one. */
    boolean fits(String algorithm, Optional<String> keyId) {
        return algorithms.contains(algorithm) && (id.isEmpty() || keyId.isEmpty() || id.equals(keyId));
    }

    /** The key, if it is a public one that is meant for signatures. */
    static Optional<VerificationKey> of(JsonWebKey key) {
        var algorithms = algorithms(key);
        return algorithms.isEmpty()
                ? Optional.empty()
                : Optional.of(new VerificationKey(key.getKey(), Optional.ofNullable(key.getKeyId()), algorithms));
    }

    private static Set<String> algorithms(JsonWebKey key) {
        var isForOthers = key.getUse() != null && !key.getUse().equals(Use.SIGNATURE)
                || key.getKeyOps() != null && !key.getKeyOps().contains(KeyOperations.VERIFY);
        return isForOthers
                ? Set.of()
                : possible(key)
                        .filter(algorithm ->
                                key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> possible(JsonWebKey key) {
        if (key instanceof RsaJsonWebKey) {
            return RSA.stream();
        }
        if (key instanceof EllipticCurveJsonWebKey curve) {
            return switch (curve.getCurveName()) {
                case "P-256" -> Stream.of("ES256");
                case "P-384" -> Stream.of("ES384");
                case "P-521" -> Stream.of("ES512");
                default -> Stream.empty();
            };
        }
        var isEdwards =
                key instanceof OctetKeyPairJsonWebKey pair && pair.getSubtype().startsWith("Ed");
        return isEdwards ? Stream.of("EdDSA") : Stream.empty();
    }
}
