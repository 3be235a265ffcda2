package org.customactions.identity.keys;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Where the keys come from that tokens are verified with. */
public interface TokenKeys {

    /** What tokens may be signed with. */
    Set<String> algorithms();

    /** The keys as they are known now. Never waits; empty while no key can be had. */
    Optional<VerificationKeys> known();

    /**
     * Looks for new keys, since a token came that no known key fits. Ends when that has been tried, whether it
     * succeeded or not; at once if it must not be tried now.
     */
    Uni<Void> lookAgain();

    /** Keys that never change. */
    static TokenKeys fixed(VerificationKeys keys) {
        return new TokenKeys() {

            @Override
            public Set<String> algorithms() {
                return keys.algorithms();
            }

            @Override
            public Optional<VerificationKeys> known() {
                return Optional.of(keys);
            }

            @Override
            public Uni<Void> lookAgain() {
                return Uni.createFrom().voidItem();
            }
        };
    }
}
