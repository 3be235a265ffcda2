package org.customactions.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.util.KeyUtils;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a file of public keys holds.
 *
 * @param text a public key or certificate as PEM (RFC 7468), or a key set (RFC 7517)
 */
record PublicKeyText(String text) {

    /** In an order, because the verifier reads PEM behind a URL as a key of the first. */
    static final Set<SignatureAlgorithm> ALGORITHMS =
            new LinkedHashSet<>(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256));

    /** Whether there is anything that a token can be verified with. */
    boolean holdsKey() {
        return algorithmOfKey().isPresent() || isCertificate() || isKeySet();
    }

    /**
     * The algorithms that tokens may be signed with: where there is one PEM key, only its own. The verifier would read
     * the key as one of whichever algorithm happens to come first.
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
