package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.identity.keys.ProviderKeys;
import org.customactions.identity.keys.TokenKeys;
import org.customactions.identity.keys.VerificationKeys;
import org.customactions.support.SigningKeys;
import org.customactions.support.Tokens;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long SECOND = NOW.getEpochSecond();
    private static final ProviderKeys KEY = ProviderKeys.create("ES256", "k1");
    private static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");
    private static final Map<String, ProviderKeys> OF_ALL_KINDS = ofAllKinds();
    private static final Map<String, ProviderKeys> OF_STRANGERS = ofAllKinds();

    private final JWTAuthContextInfo settings = new JWTAuthContextInfo();
    private String keys = ProviderKeys.set(KEY);
    private Instant now = NOW;
    private int skew;
    private List<String> refused = List.of();
    private List<String> required = List.of();

    static List<String> algorithms() {
        return ALGORITHMS;
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void shouldVerifyWithAKeyOfASet(String algorithm) {
        keys = ProviderKeys.set(OF_ALL_KINDS.values().toArray(ProviderKeys[]::new));

        var verified = verify(OF_ALL_KINDS.get(algorithm).sign(token()));

        assertThat(verified.getRawToken()).contains(".");
        assertThat(verified.getName()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void shouldVerifyWithAPublicKeyAsPem(String algorithm) {
        keys = pem(OF_ALL_KINDS.get(algorithm).pair());

        assertThat(verify(OF_ALL_KINDS.get(algorithm).sign(token()))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void shouldRefuseAnotherKeyOfTheKind(String algorithm) {
        keys = ProviderKeys.set(OF_ALL_KINDS.values().toArray(ProviderKeys[]::new));

        assertRefused(
                OF_STRANGERS.get(algorithm).sign(token()),
                "The bearer token has a wrong signature: it was changed, or signed with another key than that of kid \"%s\""
                        .formatted(algorithm));
    }

    @Test
    void shouldVerifyHs256WithTheSecretAlone() {
        var secret = SigningKeys.SECRET.getBytes(StandardCharsets.UTF_8);
        var verifier = verifier(TokenKeys.fixed(VerificationKeys.ofSecret(secret)));

        assertThat(verifier.verify(token().signHs256()).await().indefinitely()).isNotNull();
        assertThatThrownBy(() -> verifier.verify(KEY.sign(token())).await().indefinitely())
                .hasMessage("The bearer token is signed with ES256, which is not accepted here; accepted are HS256");
        assertRefused(
                token().signHs256(),
                "The bearer token is signed with HS256, which is not accepted here; accepted are ES256");
    }

    static Stream<Arguments> unlike() {
        return Stream.of(
                Arguments.of("use", "{\"use\":\"enc\","),
                Arguments.of("alg", "{\"alg\":\"RS256\","),
                Arguments.of("key_ops", "{\"key_ops\":[\"sign\"],"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unlike")
    void shouldNotUseAKeyThatIsForSomethingElse(String what, String begin) {
        keys = "{\"keys\":[" + KEY.json().replaceFirst("\\{", begin) + ","
                + OF_ALL_KINDS.get("ES256").json() + "]}";

        assertRefused(
                KEY.sign(token()), "The bearer token is signed with a key that is not known here (ES256, kid \"k1\")");
    }

    @Test
    void shouldLookThroughAllKeysForATokenWithoutAnId() {
        keys = ProviderKeys.set(OF_ALL_KINDS.get("ES256"), KEY);

        assertThat(verify(token().signWith("ES256", null, KEY.pair().getPrivate())))
                .isNotNull();
        assertRefused(
                token().signWith(
                                "ES256",
                                null,
                                ProviderKeys.create("ES256", null).pair().getPrivate()),
                "The bearer token has a wrong signature: it was changed, or signed with another key than the one that is"
                        + " known here");
    }

    @Test
    void shouldUseAKeyWithoutAnIdForATokenWithOne() {
        keys = new ProviderKeys("ES256", null, KEY.pair()).json();

        assertThat(verify(KEY.sign(token()))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        // exp, seconds from now; grace; whether accepted
        "1, 0, true",
        "0, 0, false",
        "-1, 0, false",
        "-59, 0, false",
        "-4, 5, true",
        "-5, 5, false"
    })
    void shouldEndInTheSecondOfExp(int expires, int grace, boolean accepted) {
        skew = grace;
        var token = KEY.sign(token().claim("iat", SECOND - 1000).claim("exp", SECOND + expires));

        if (accepted) {
            assertThat(verify(token)).isNotNull();
        } else {
            assertRefused(token, "The bearer token expired at " + NOW.plusSeconds(expires));
        }
    }

    @Test
    void shouldEndWithoutRounding() {
        var token = KEY.sign(token().claim("exp", SECOND + 1));

        now = NOW.plusMillis(999);
        assertThat(verify(token)).isNotNull();
        now = NOW.plusMillis(1000);
        assertRefused(token, "The bearer token expired at 2026-03-01T12:00:01Z");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "-1, 0, true", "1, 0, false", "30, 0, false", "5, 5, true", "6, 5, false"})
    void shouldBeginInTheSecondOfNbf(int begins, int grace, boolean accepted) {
        skew = grace;
        var token = KEY.sign(token().claim("nbf", SECOND + begins));

        if (accepted) {
            assertThat(verify(token)).isNotNull();
        } else {
            assertRefused(token, "The bearer token is not valid before " + NOW.plusSeconds(begins));
        }
    }

    @Test
    void shouldNotMindIat() {
        assertThat(verify(KEY.sign(token().without("iat")))).isNotNull();
        assertThat(verify(KEY.sign(token().claim("iat", SECOND + 60)))).isNotNull();
        assertThat(verify(KEY.sign(token().claim("iat", 1)))).isNotNull();
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of("exp", null, "has no exp"),
                Arguments.of(
                        "exp",
                        "tomorrow",
                        "has a claim exp of the wrong shape: it must be a number of seconds since 1970"),
                Arguments.of(
                        "nbf",
                        List.of(),
                        "has a claim nbf of the wrong shape: it must be a number of seconds since 1970"),
                Arguments.of("sub", 7, "has a claim sub of the wrong shape: it must be a text"),
                Arguments.of("iss", Map.of(), "has a claim iss of the wrong shape: it must be a text"),
                Arguments.of("iat", SECOND + 9_999, "has an exp that is before its iat or nbf"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("claims")
    void shouldNameTheClaimAtFault(String name, Object value, String what) {
        assertRefused(
                KEY.sign(value == null ? token().without(name) : token().claim(name, value)),
                "The bearer token " + what);
    }

    @Test
    void shouldCompareTheIssuer() {
        settings.setIssuedBy("https://id.example.com/");

        assertThat(verify(KEY.sign(token().claim("iss", "https://id.example.com/"))))
                .isNotNull();
        assertRefused(
                KEY.sign(token().claim("iss", "https://id.example.com")),
                "The bearer token is from another issuer: its iss is \"https://id.example.com\", accepted is"
                        + " \"https://id.example.com/\"");
        assertRefused(
                KEY.sign(token()),
                "The bearer token is from another issuer: its iss is missing, accepted is \"https://id.example.com/\"");
    }

    @Test
    void shouldCompareTheAudience() {
        settings.setExpectedAudience(Set.of("actions", "chat"));

        assertThat(verify(KEY.sign(token().claim("aud", List.of("other", "chat")))))
                .isNotNull();
        assertRefused(
                KEY.sign(token().claim("aud", "other")),
                "The bearer token is for another audience: its aud must have one of actions, chat");
        assertRefused(
                KEY.sign(token()), "The bearer token is for another audience: its aud must have one of actions, chat");
    }

    @Test
    void shouldRefuseTokensForOtherPurposes() {
        refused = List.of("jti", "sub=ws");
        required = List.of("token_use=access", "scope");
        var good = token().claim("token_use", "access").claim("scope", List.of("a"));

        assertThat(verify(KEY.sign(good))).isNotNull();
        assertRefused(
                KEY.sign(good.claim("jti", "1")),
                "The bearer token is for another purpose: it has the claim jti, which is refused here");
        assertRefused(
                KEY.sign(good.without("jti").claim("sub", "ws")),
                "The bearer token is for another purpose: it has the claim sub=ws, which is refused here");
        assertRefused(
                KEY.sign(good.claim("sub", "u").claim("token_use", "id")),
                "The bearer token is for another purpose: it lacks the claim token_use=access, which is required here");
    }

    @Test
    void shouldGoOnRefusingOldTokens() {
        settings.setTokenAge(100L);

        assertThat(verify(KEY.sign(token().claim("iat", SECOND - 100)))).isNotNull();
        assertRefused(
                KEY.sign(token().claim("iat", SECOND - 101)),
                "The bearer token was issued too long ago, or for too long");
        assertRefused(KEY.sign(token().without("iat")), "The bearer token has no iat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.b",
                "a.b.c",
                "..",
                "e30.e30.",
                "e30.e30.e30",
                "{}.{}.{}",
                "bnVsbA.e30.e30",
                "W10.e30.e30"
            })
    void shouldCallMalformedWhatIsNoToken(String text) {
        assertThatThrownBy(() -> verify(text))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.UNAUTHORIZED));
    }

    @Test
    void shouldTellAnEncryptedTokenFromAMalformedOne() {
        assertRefused("e30.e30.e30.e30.e30", "The bearer token is encrypted; send one that is only signed");
        assertRefused(
                "not-a-token",
                "The bearer token is malformed: it must be a signed JWT, which is three parts of base64url with dots between"
                        + " them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "<script>", "a\nb", "HS512"})
    void shouldRepeatOnlyWhatLooksLikeAName(String algorithm) {
        var header = "{\"alg\":\"%s\"}".formatted(algorithm.replace("\n", "\\n"));
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> verify(text + ".e30.e30"))
                .hasMessage("The bearer token is signed with %s, which is not accepted here; accepted are ES256"
                        .formatted(algorithm.matches("\\w+") ? algorithm : "an unknown algorithm"));
    }

    private JsonWebToken verify(String token) {
        return verifier(TokenKeys.fixed(VerificationKeys.read(keys).orElseThrow()))
                .verify(token)
                .await()
                .indefinitely();
    }

    private TokenVerifier verifier(TokenKeys from) {
        return new TokenVerifier(
                from,
                new TokenClaims(
                        settings,
                        skew,
                        ClaimRule.all("refused", Optional.of(refused)),
                        ClaimRule.all("required", Optional.of(required)),
                        Clock.fixed(now, ZoneOffset.UTC)),
                false);
    }

    private void assertRefused(String token, String sentence) {
        assertThatThrownBy(() -> verify(token))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ErrorType.UNAUTHORIZED))
                .hasMessage(sentence);
    }

    private static Tokens token() {
        return Tokens.of(UUID.randomUUID())
                .claim("iat", SECOND)
                .claim("exp", NOW.plus(Duration.ofMinutes(5)).getEpochSecond());
    }

    /** RSA keys take long to make, so there is one for all of its algorithms. */
    private static Map<String, ProviderKeys> ofAllKinds() {
        var all = new LinkedHashMap<String, ProviderKeys>();
        var rsa = ProviderKeys.create("RS256", "RS256").pair();
        ALGORITHMS.forEach(algorithm -> all.put(
                algorithm,
                algorithm.matches("[RP]S.*")
                        ? new ProviderKeys(algorithm, algorithm, rsa)
                        : ProviderKeys.create(algorithm, algorithm)));
        return all;
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPublic().getEncoded()));
    }
}
