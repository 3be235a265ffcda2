package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.identity.keys.ProviderKeys;
import org.customactions.identity.keys.TokenKeys;
import org.customactions.identity.keys.VerificationKeys;
import org.customactions.support.ForgedTokens;
import org.customactions.support.Tokens;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tokens make the service look for new keys, and what they are answered. */
class UnknownKeyTest {

    private static final ProviderKeys OLD = ProviderKeys.create("ES256", "old");
    private static final ProviderKeys NEW = ProviderKeys.create("ES256", "new");

    private final Provider provider = new Provider();
    private final TokenVerifier verifier = new TokenVerifier(
            provider, new TokenClaims(new JWTAuthContextInfo(), 0, List.of(), List.of(), Clock.systemUTC()), false);

    /** A key set whose answers the test decides. */
    private static final class Provider implements TokenKeys {

        private Optional<VerificationKeys> known = read(OLD);
        private Optional<VerificationKeys> published = read(OLD);
        private Uni<Void> answer = Uni.createFrom().voidItem();
        private int looked;

        private static Optional<VerificationKeys> read(ProviderKeys... keys) {
            return VerificationKeys.read(ProviderKeys.set(keys));
        }

        @Override
        public Set<String> algorithms() {
            return VerificationKeys.PUBLIC_KEY_ALGORITHMS;
        }

        @Override
        public Optional<VerificationKeys> known() {
            return known;
        }

        @Override
        public Uni<Void> lookAgain() {
            looked++;
            return answer.invoke(() -> known = published);
        }
    }

    @Test
    void shouldAcceptATokenOfARotatedKey() {
        provider.published = Provider.read(OLD, NEW);

        assertThat(verify(NEW.sign(token()))).isNotNull();
        assertThat(verify(OLD.sign(token()))).isNotNull();
        assertThat(verify(NEW.sign(token()))).isNotNull();
        assertThat(provider.looked).isOne();
    }

    @Test
    void shouldRefuseATokenOfAKeyThatStaysUnknown() {
        assertThatThrownBy(() -> verify(NEW.sign(token())))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.UNAUTHORIZED))
                .hasMessage("The bearer token is signed with a key that is not known here (ES256, kid \"new\")");
    }

    @Test
    void shouldLookForTheKeyOfATokenWithoutAnIdToo() {
        provider.published = Provider.read(OLD, NEW);

        assertThat(verify(token().signWith("ES256", null, NEW.pair().getPrivate())))
                .isNotNull();
        assertThat(provider.looked).isOne();
    }

    @Test
    void shouldAcceptAKeyThatTookTheIdOfAnother() {
        var same = ProviderKeys.create("ES256", "old");
        provider.published = Provider.read(same);

        assertThat(verify(same.sign(token()))).isNotNull();
        assertThatThrownBy(() -> verify(OLD.sign(token()))).hasMessageContaining("has a wrong signature");
    }

    @Test
    void shouldAskToComeAgainWhileThereIsNoKey() {
        provider.known = Optional.empty();
        provider.published = Optional.empty();

        assertThatThrownBy(() -> verify(OLD.sign(token()))).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(ErrorType.UNAVAILABLE);
            assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(10));
        });
    }

    static Stream<String> hopeless() {
        var organization = UUID.randomUUID();
        return Stream.concat(
                ForgedTokens.all(organization).entrySet().stream()
                        .filter(forged -> forged.getKey().matches("alg .*|HS256 .*|not a token"))
                        .map(java.util.Map.Entry::getValue),
                Stream.of("", "a.b.c", OLD.sign(token().expiresIn(Duration.ZERO)), OLD.sign(token().without("exp"))));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void shouldNotLookForKeysThatCannotHelp(String token) {
        assertThatThrownBy(() -> verify(token)).isInstanceOf(ApiException.class);
        assertThat(provider.looked).isZero();
    }

    @Test
    void shouldNotLetAKnownKeyWaitForAnUnknownOne() {
        provider.answer = Uni.createFrom().nothing();
        var waiting = verifier.verify(NEW.sign(token())).subscribe().asCompletionStage();

        assertThat(verify(OLD.sign(token()))).isNotNull();
        assertThat(waiting).isNotDone();
    }

    private JsonWebToken verify(String token) {
        return verifier.verify(token).await().indefinitely();
    }

    private static Tokens token() {
        return Tokens.of(UUID.randomUUID());
    }
}
