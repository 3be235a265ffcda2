package org.customactions.identity.keys;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Keys that tokens may be signed with, a hundred at most. */
public final class VerificationKeys {

    /** What public keys may sign with. A secret never has one of these, and a public key no other. */
    public static final Set<String> PUBLIC_KEY_ALGORITHMS = Set.copyOf(
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"));

    /** A token without a kid may be of any of them. */
    private static final int MOST = 100;

    private final List<VerificationKey> keys;

    private VerificationKeys(Stream<VerificationKey> keys) {
        this.keys = keys.limit(MOST).toList();
    }

    /** A secret, for HS256. */
    public static VerificationKeys ofSecret(byte[] secret) {
        return new VerificationKeys(Stream.of(
                new VerificationKey(new SecretKeySpec(secret, "HmacSHA256"), Optional.empty(), Set.of("HS256"))));
    }

    /** A public key, for all that keys of its kind sign with. */
    public static VerificationKeys of(PublicKey key) {
        return new VerificationKeys(keyOf(key));
    }

    /**
     * The public keys in a text: a key or a certificate as PEM (RFC 7468), a key or a set of keys as JSON (RFC 7517),
     * or the latter in base64url. Keys that verify no signatures are left out.
     *
     * @return empty if the text is none of these
     */
    public static Optional<VerificationKeys> read(String text) {
        return json(text).or(() -> pem(text)).or(() -> decoded(text).flatMap(VerificationKeys::json));
    }

    private static Optional<VerificationKeys> json(String text) {
        try {
            var content = JsonUtil.parseJson(text);
            if (content.get(JsonWebKeySet.JWK_SET_MEMBER_NAME) instanceof List<?> keys) {
                return Optional.of(new VerificationKeys(keys.stream().flatMap(VerificationKeys::webKey)));
            }
            return content.containsKey(JsonWebKey.KEY_TYPE_PARAMETER)
                    ? Optional.of(new VerificationKeys(webKey(content)))
                    : Optional.empty();
        } catch (JoseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** One key that cannot be read does not hide the others: a provider may have begun to use a new kind. */
    @SuppressWarnings("unchecked")
    private static Stream<VerificationKey> webKey(Object key) {
        try {
            return usable(JsonWebKey.Factory.newJwk((Map<String, Object>) key));
        } catch (JoseException | RuntimeException e) {
            return Stream.empty();
        }
    }

    private static Stream<VerificationKey> usable(JsonWebKey key) {
        return VerificationKey.of(key).stream();
    }

    private static Optional<VerificationKeys> pem(String text) {
        return Stream.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256, SignatureAlgorithm.EDDSA)
                .flatMap(algorithm -> read(() -> KeyUtils.decodePublicKey(text, algorithm)))
                .findFirst()
                .or(() ->
                        read(() -> KeyUtils.getCertificate(text).getPublicKey()).findFirst())
                .map(VerificationKeys::of)
                .filter(keys -> !keys.isEmpty());
    }

    /** Something that reads a key. */
    private interface Reading {

        PublicKey run() throws GeneralSecurityException;
    }

    private static Stream<PublicKey> read(Reading reading) {
        try {
            return Stream.ofNullable(reading.run());
        } catch (GeneralSecurityException | RuntimeException e) {
            return Stream.empty();
        }
    }

    private static Stream<VerificationKey> keyOf(PublicKey key) {
        try {
            return usable(JsonWebKey.Factory.newJwk(key));
        } catch (JoseException | RuntimeException e) {
            return Stream.empty();
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text.strip()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The keys that a token of this algorithm and key id may be signed with. */
    public List<VerificationKey> candidates(String algorithm, Optional<String> keyId) {
        return keys.stream().filter(key -> key.fits(algorithm, keyId)).toList();
    }

    /** What the keys may sign with, by name. */
    public Set<String> algorithms() {
        var all = new TreeSet<String>();
        keys.forEach(key -> all.addAll(key.algorithms()));
        return all;
    }

    /** Whether no token can be verified with them. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }
}
