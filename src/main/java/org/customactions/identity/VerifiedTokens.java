package org.customactions.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.customactions.crypto.Sha256;
import org.customactions.identity.keys.TokenKeys;
import org.customactions.identity.keys.VerificationKeys;
import org.jose4j.jwt.MalformedClaimException;

/**
 * Verifies a token once, however many requests bring it. What it says is kept under the hash of the whole token, never
 * the token itself, and counts until the token expires or other keys are known, the same ones read again included. A
 * refusal is not kept.
 */
// Caffeine loads this class by name for the entries of a cache limited by weight and by time since they were written.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.SSMWW")
final class VerifiedTokens {

    static final long MOST_BYTES = 8 * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Claims take about this many times their token's length once they are read, and something beside it. */
    private static final int EXPANSION = 6;

    private static final int OVERHEAD = 1_024;

    private final TokenVerifier verifier;
    private final TokenKeys keys;
    private final OptionalLong oldest;
    private final Clock clock;
    private final Cache<ByteBuffer, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((ByteBuffer hash, Kept token) -> token.weight())
            .expireAfterWrite(LONGEST)
            .build();

    /**
     * A token that was found right.
     *
     * @param keys it was verified with
     * @param from the second in which it was verified
     * @param until the first second in which it has to be verified again
     */
    private record Kept(VerificationKeys keys, VerifiedClaims claims, long from, long until, int weight) {

        private boolean counts(VerificationKeys known, long second) {
            return keys == known && second >= from && second < until;
        }
    }

    /** @param oldest how many seconds old a token may be, if that is limited */
    VerifiedTokens(TokenVerifier verifier, TokenKeys keys, OptionalLong oldest, Clock clock) {
        this.verifier = verifier;
        this.keys = keys;
        this.oldest = oldest;
        this.clock = clock;
    }

    /** As {@link TokenVerifier#verify}. */
    Uni<VerifiedToken> verify(String text) {
        var known = keys.known();
        if (known.isEmpty()) {
            return verifier.verify(text);
        }
        var hash = ByteBuffer.wrap(Sha256.of(text));
        var found = kept.getIfPresent(hash);
        return found != null && found.counts(known.get(), now())
                ? Uni.createFrom().item(new VerifiedToken(text, found.claims()))
                : verifier.verify(text).invoke(token -> keep(hash, token, known.get()));
    }

    /** Unless it was verified with other keys than those that were known before. */
    private void keep(ByteBuffer hash, VerifiedToken token, VerificationKeys before) {
        if (keys.known().filter(known -> known == before).isPresent()) {
            var weight = OVERHEAD + EXPANSION * token.getRawToken().length();
            kept.put(hash, new Kept(before, token.claims(), now(), end(token), weight));
        }
    }

    /** Without the grace that clocks may have: in that time a token is verified each time. */
    private long end(VerifiedToken token) {
        try {
            // These may be numbers of any kind.
            var claims = token.claims().all();
            var expires = claims.getExpirationTime().getValue();
            return oldest.isPresent()
                    ? Math.min(expires, claims.getIssuedAt().getValue() + oldest.getAsLong())
                    : expires;
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("A token without times was taken for right", e);
        }
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /** How many are kept, once what is too much was dropped. */
    long count() {
        kept.cleanUp();
        return kept.estimatedSize();
    }

    /** What they take, about. */
    long bytes() {
        kept.cleanUp();
        return kept.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
