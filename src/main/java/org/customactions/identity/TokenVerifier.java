package org.customactions.identity;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.async.CallersContext;
import org.customactions.identity.keys.TokenKeys;
import org.customactions.identity.keys.VerificationKey;

/**
 * Verifies tokens: the algorithm first, then the key and the signature, and what the token says only after that. A
 * token whose key is known is verified at once, on the thread that asks.
 */
final class TokenVerifier {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final String NO_KEYS =
            "Tokens cannot be verified right now, since the keys for it cannot be had; please try again shortly";

    private final TokenKeys keys;
    private final TokenClaims claims;
    private final boolean weakKeys;

    /** @param weakKeys whether RSA keys of less than 2,048 bits verify tokens too */
    TokenVerifier(TokenKeys keys, TokenClaims claims, boolean weakKeys) {
        this.keys = keys;
        this.claims = claims;
        this.weakKeys = weakKeys;
    }

    /**
     * Verifies a token; nothing else does. {@link VerifiedTokens} saves requests from doing it again.
     *
     * @return the token; fails with an {@link ApiException}, 401 if the token is not good, 503 if there is no key to
     *     tell
     */
    Uni<VerifiedToken> verify(String text) {
        return Uni.createFrom().deferred(() -> {
            var token = SignedToken.read(text, keys.algorithms());
            return isSigned(token)
                    ? Uni.createFrom().item(verified(token))
                    : keys.lookAgain().emitOn(CallersContext.here()).map(looked -> verifiedNow(token));
        });
    }

    private VerifiedToken verifiedNow(SignedToken token) {
        if (keys.known().isEmpty()) {
            throw ApiException.passing(ErrorType.UNAVAILABLE, NO_KEYS, RETRY_AFTER);
        }
        if (isSigned(token)) {
            return verified(token);
        }
        throw candidates(token).isEmpty()
                ? Refusals.unknownKey(token.algorithm(), token.keyId())
                : Refusals.signature(token.keyId());
    }

    private VerifiedToken verified(SignedToken token) {
        return new VerifiedToken(token.text(), new VerifiedClaims(claims.check(token.claims())));
    }

    /**
     * Whether a key that is known has signed the token. If not, one may have that is not known yet, also under the id
     * of one that is: some providers use an id again.
     */
    private boolean isSigned(SignedToken token) {
        return candidates(token).stream().anyMatch(key -> token.isSignedWith(key.key(), weakKeys));
    }

    private List<VerificationKey> candidates(SignedToken token) {
        return keys.known()
                .map(known -> known.candidates(token.algorithm(), token.keyId()))
                .orElse(List.of());
    }
}
