package org.customactions.identity;

import java.security.Key;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.ApiException;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;

/** A token that says how it is signed. Nothing in it is known to be true before {@link #isSignedWith}. */
final class SignedToken {

    private static final int PARTS_OF_ENCRYPTED = 5;

    private final String text;
    private final JsonWebSignature parts = new JsonWebSignature();
    private final String algorithm;
    private final Optional<String> keyId;

    private SignedToken(String text) throws JoseException {
        this.text = text;
        parts.setCompactSerialization(text);
        this.algorithm = parts.getAlgorithmHeaderValue();
        this.keyId = Optional.ofNullable(parts.getKeyIdHeaderValue());
    }

    /**
     * @param accepted algorithms
     * @throws ApiException 401 if this is no signed token, or signed with another algorithm
     */
    static SignedToken read(String text, Set<String> accepted) {
        if (text.split("\\.", -1).length == PARTS_OF_ENCRYPTED) {
            throw Refusals.encrypted();
        }
        SignedToken token;
        try {
            token = new SignedToken(text);
        } catch (JoseException | RuntimeException e) {
            throw Refusals.malformed();
        }
        if (token.algorithm == null || !accepted.contains(token.algorithm)) {
            throw Refusals.algorithm(token.algorithm, accepted);
        }
        token.parts.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, token.algorithm));
        return token;
    }

    String algorithm() {
        return algorithm;
    }

    Optional<String> keyId() {
        return keyId;
    }

    /** Whether the key has signed it. A key that cannot sign this way has not. */
    boolean isSignedWith(Key key, boolean relaxed) {
        try {
            parts.setDoKeyValidation(!relaxed);
            parts.setKey(key);
            return parts.verifySignature();
        } catch (JoseException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Its claims, once its signature has been found right.
     *
     * @throws ApiException 401 if they are no JSON object
     */
    JwtContext claims() {
        try {
            var claims = JwtClaims.parse(parts.getUnverifiedPayload());
            return new JwtContext(text, claims, List.of(parts));
        } catch (InvalidJwtException | RuntimeException | StackOverflowError e) {
            throw Refusals.malformed();
        }
    }

    /** The token as it came. */
    String text() {
        return text;
    }
}
