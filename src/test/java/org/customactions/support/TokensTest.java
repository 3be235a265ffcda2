package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {
    private static final UUID ORGANIZATION = UUID.randomUUID();

    @Test
    void shouldSignEs256WithTheClaimsOfAManager() throws Exception {
        String token = Tokens.manager(ORGANIZATION)
                .claim("name", "Zoë")
                .expiresIn(Duration.ofHours(1))
                .sign();

        JwtClaims claims = verify(token, SigningKeys.ec().getPublic(), "ES256");

        assertThat(claims.getStringClaimValue("organization_id")).isEqualTo(ORGANIZATION.toString());
        assertThat(claims.getStringClaimValue("role")).isEqualTo("manager");
        assertThat(claims.getStringClaimValue("name")).isEqualTo("Zoë");
        assertThat(UUID.fromString(claims.getSubject())).isNotNull();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isBetween(3599L, 3601L);
    }

    @Test
    void shouldSignRs256() throws Exception {
        String token = Tokens.agent(ORGANIZATION).signRs256();

        JwtClaims claims = verify(token, SigningKeys.rsa().getPublic(), "RS256");

        assertThat(claims.getStringClaimValue("role")).isEqualTo("agent");
    }

    @Test
    void shouldSignHs256() throws Exception {
        String token = Tokens.of(ORGANIZATION).signHs256();

        Key secret = new SecretKeySpec(SigningKeys.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        JwtClaims claims = verify(token, secret, "HS256");

        assertThat(claims.hasClaim("role")).isFalse();
        assertThat(secret.getEncoded()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void shouldPublishBothKeysAsJwks() throws Exception {
        String json = Files.readString(Path.of(SigningKeys.jwksLocation()));

        JsonWebKeySet jwks = new JsonWebKeySet(json);

        assertThat(jwks.findJsonWebKey(SigningKeys.RSA_KEY_ID, null, null, null).getKey())
                .isEqualTo(SigningKeys.rsa().getPublic());
        assertThat(jwks.findJsonWebKey(SigningKeys.EC_KEY_ID, null, null, null).getKey())
                .isEqualTo(SigningKeys.ec().getPublic());
    }

    @Test
    void shouldLeaveOutAClaim() throws Exception {
        String token = Tokens.manager(ORGANIZATION).without("sub").sign();

        assertThat(verify(token, SigningKeys.ec().getPublic(), "ES256").getSubject())
                .isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unverifiable")
    void shouldForgeTokensThatAVerifierRefuses(String name, String token) {
        assertThatThrownBy(() -> verify(token, SigningKeys.ec().getPublic(), "ES256"))
                .isInstanceOf(InvalidJwtException.class);
    }

    static Stream<Arguments> unverifiable() {
        Map<String, String> tokens = ForgedTokens.all(ORGANIZATION);
        // These are signed properly: only the service knows that an organization is needed.
        tokens.keySet().removeIf(name -> name.contains("organization_id"));
        return tokens.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static JwtClaims verify(String token, Key key, String algorithm) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm)
                .setVerificationKey(key)
                .setRelaxVerificationKeyValidation()
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
