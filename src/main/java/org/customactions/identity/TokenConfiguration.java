package org.customactions.identity;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Which of the tokens that are signed with the right key are for this service. */
@ConfigMapping(prefix = "custom-actions.identity")
public interface TokenConfiguration {

    /**
     * Claims that a token must not have, as {@code name} or {@code name=value}. Chat products that share their secret
     * sign tokens for other purposes with it too: {@code jti,sub=ws} refuses those of Whatomate for refreshing and for
     * websockets.
     */
    Optional<List<String>> refusedClaims();

    /** Claims that a token must have, as {@code name} or {@code name=value}, such as {@code token_use=access}. */
    Optional<List<String>> requiredClaims();
}
