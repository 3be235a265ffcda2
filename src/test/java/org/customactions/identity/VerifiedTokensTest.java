package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.identity.keys.ProviderKeys;
import org.customactions.identity.keys.TokenKeys;
import org.customactions.identity.keys.VerificationKeys;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that comes again. */
class VerifiedTokensTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final ProviderKeys OLD = ProviderKeys.create("ES256", "old");
    private static final ProviderKeys NEW = ProviderKeys.create("ES256", "new");

    private final JWTAuthContextInfo settings = new JWTAuthContextInfo();
    private final Provider keys = new Provider();
    private Instant now = START;
    private int skew;
    private OptionalLong oldest = OptionalLong.empty();
    private VerifiedTokens tokens;

    /** A key set whose keys the test decides, which tells how often tokens were compared with them. */
    private static final class Provider implements TokenKeys {

        private Optional<VerificationKeys> known = read(OLD);
        private int read;

        private static Optional<VerificationKeys> read(ProviderKeys... keys) {
            return VerificationKeys.read(ProviderKeys.set(keys));
        }

        /** Asked for once in each verification. */
        @Override
        public Set<String> algorithms() {
            read++;
            return VerificationKeys.PUBLIC_KEY_ALGORITHMS;
        }

        @Override
        public Optional<VerificationKeys> known() {
            return known;
        }

        @Override
        public Uni<Void> lookAgain() {
            return Uni.createFrom().voidItem();
        }
    }

    @Test
    void shouldVerifyATokenOnce() {
        var token = OLD.sign(token());

        var first = verify(token);
        var second = verify(token);

        assertThat(keys.read).isOne();
        assertThat(second.claims()).isSameAs(first.claims());
        assertThat(second.getRawToken()).isEqualTo(token);
    }

    @Test
    void shouldTellTokensApartByTheirSignatures() {
        var token = token();
        verify(OLD.sign(token));

        assertThatThrownBy(() -> verify(NEW.sign(token))).hasMessageContaining("a key that is not known here");
        assertThatThrownBy(() -> verify(OLD.sign(token) + "A")).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void shouldRefuseATokenFromTheSecondInWhichItExpires(int grace) {
        skew = grace;
        var token = OLD.sign(token().claim("exp", START.getEpochSecond() + 60));
        verify(token);

        now = START.plusSeconds(59L + grace).plusMillis(999);
        assertThat(verify(token)).isNotNull();
        now = START.plusSeconds(60L + grace);
        assertThatThrownBy(() -> verify(token))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.UNAUTHORIZED))
                .hasMessageContaining("expired");
    }

    @Test
    void shouldRefuseATokenThatHasBecomeTooOld() {
        oldest = OptionalLong.of(60);
        settings.setTokenAge(60L);
        var token = OLD.sign(token());
        verify(token);

        now = START.plusSeconds(61);

        assertThatThrownBy(() -> verify(token)).isInstanceOf(ApiException.class);
    }

    @Test
    void shouldRefuseATokenAgainThatIsNotValidYetIfTheClockIsSetBack() {
        var token = OLD.sign(token().claim("nbf", START.getEpochSecond()));
        verify(token);

        now = START.minusSeconds(1);

        assertThatThrownBy(() -> verify(token)).isInstanceOf(ApiException.class);
    }

    @Test
    void shouldRefuseATokenOnceItsKeyIsWithdrawn() {
        var token = OLD.sign(token());
        verify(token);

        keys.known = Provider.read(NEW);

        assertThatThrownBy(() -> verify(token))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.UNAUTHORIZED));
    }

    @Test
    void shouldVerifyATokenAgainOnceKeysWereReadAgain() {
        var token = OLD.sign(token());
        verify(token);

        keys.known = Provider.read(OLD, NEW);
        verify(token);
        verify(token);

        assertThat(keys.read).isEqualTo(2);
    }

    @Test
    void shouldAskToComeAgainOnceThereIsNoKeyAnyMore() {
        var token = OLD.sign(token());
        verify(token);

        keys.known = Optional.empty();

        assertThatThrownBy(() -> verify(token))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.UNAVAILABLE));
    }

    @Test
    void shouldKeepNoRefusal() {
        var token = NEW.sign(token());
        assertThatThrownBy(() -> verify(token)).isInstanceOf(ApiException.class);
        assertThat(tokens.count()).isZero();

        keys.known = Provider.read(NEW);

        assertThat(verify(token)).isNotNull();
    }

    /** Each is longer than usual, so that few are enough. */
    @Test
    void shouldKeepSoManyBytesOfTokensAtMost() {
        var filling = "x".repeat(4_000);

        for (int i = 0; i < 500; i++) {
            verify(OLD.sign(token().claim("filling", filling + i)));
        }

        assertThat(tokens.bytes()).isBetween(1L, VerifiedTokens.MOST_BYTES);
        assertThat(tokens.count()).isBetween(1L, 400L);
    }

    private VerifiedToken verify(String token) {
        if (tokens == null) {
            InstantSource source = () -> now;
            var clock = source.withZone(ZoneOffset.UTC);
            tokens = new VerifiedTokens(
                    new TokenVerifier(keys, new TokenClaims(settings, skew, List.of(), List.of(), clock), false),
                    keys,
                    oldest,
                    clock);
        }
        return tokens.verify(token).await().indefinitely();
    }

    private static Tokens token() {
        return Tokens.of(UUID.randomUUID())
                .claim("iat", START.getEpochSecond())
                .claim("exp", START.plus(Duration.ofMinutes(5)).getEpochSecond());
    }
}
