package org.customactions.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a file of public keys.
 *
 * @param text a public key or certificate as PEM (RFC 7468), or a key set (RFC 7517)
 */
record PublicKeyText(String text) {

    /** In this order, because the verifier reads PEM from a URL as a key of the first algorithm. */
    static final Set<SignatureAlgorithm> ALGORITHMS =
            new LinkedHashSet<>(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256));

    /** Whether the text has a key that can verify a token. */
    boolean holdsKey() {
        return algorithmOfKey().isPresent() || isCertificate() || isKeySet();
    }

    /**
     * The algorithms that tokens may be signed with. A single PEM key allows only its own; otherwise the verifier would
     * read the key as one of the first algorithm.
     */
    Set<SignatureAlgorithm> algorithms() {
        return algorithmOfKey().map(Set::of).orElse(ALGORITHMS);
    }

    private Optional<SignatureAlgorithm> algorithmOfKey() {
        return ALGORITHMS.stream().filter(this::isKeyFor).findFirst();
    }

    private boolean isKeyFor(SignatureAlgorithm algorithm) {
        try {
            return KeyUtils.decodePublicKey(text, algorithm) != null;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isCertificate() {
        try {
            return KeyUtils.getCertificate(text) != null;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isKeySet() {
        var keys = KeyUtils.loadJsonWebKeys(text);
        return keys != null && !keys.isEmpty();
    }
}
