package org.customactions.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.customactions.identity.keys.KeySets;
import org.customactions.identity.keys.TokenKeys;
import org.customactions.identity.keys.VerificationKeys;
import org.customactions.startup.StartOrder;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Verifies the bearer tokens of requests, instead of the JWT library's own provider, whose settings it reads. With a
 * secret, HS256 is the only algorithm and the secret the only key; without one, only public-key algorithms are
 * accepted. So a token can never make the service use a public key as a secret.
 */
@ApplicationScoped
public class JwtVerification implements IdentityProvider<TokenAuthenticationRequest> {

    private static final Clock CLOCK = Clock.systemUTC();

    private final JWTAuthContextInfo library;
    private final JwtConfiguration configuration;
    private final TokenConfiguration tokens;
    private final KeySets keySets;
    private final int clockSkew;
    private final boolean serves;
    private volatile VerifiedTokens verified;

    /**
     * @param library settings of the JWT library
     * @param clockSkew in seconds
     * @param serves whether this is the service and not a command, which takes no tokens
     */
    JwtVerification(
            JWTAuthContextInfo library,
            JwtConfiguration configuration,
            TokenConfiguration tokens,
            KeySets keySets,
            @ConfigProperty(name = "mp.jwt.verify.clock.skew") int clockSkew,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.library = library;
        this.configuration = configuration;
        this.tokens = tokens;
        this.keySets = keySets;
        this.clockSkew = clockSkew;
        this.serves = serves;
    }

    /** @throws ConfigurationException if a setting cannot be used */
    void start(@Observes @Priority(StartOrder.SETTINGS) StartupEvent event) {
        if (serves) {
            var keys = keys();
            var verifier = new TokenVerifier(keys, claims(), library.isRelaxVerificationKeyValidation());
            verified = new VerifiedTokens(verifier, keys, oldest(), CLOCK);
        }
    }

    private TokenKeys keys() {
        return configuration
                .secret()
                .map(secret -> VerificationKeys.ofSecret(secret.getBytes(StandardCharsets.UTF_8)))
                .or(() -> Optional.ofNullable(library.getPublicKeyContent())
                        .flatMap(VerificationKeys::read)
                        .filter(keys -> !keys.isEmpty()))
                .or(() ->
                        Optional.ofNullable(library.getPublicVerificationKey()).map(VerificationKeys::of))
                .map(TokenKeys::fixed)
                .or(() -> Optional.ofNullable(library.getPublicKeyLocation()).map(url -> keySets.at(url, library)))
                .orElseThrow(() -> new ConfigurationException(
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION holds neither a public key (PEM) nor a key set (JWKS)"));
    }

    private TokenClaims claims() {
        if (clockSkew < 0) {
            throw new ConfigurationException("MP_JWT_VERIFY_CLOCK_SKEW must be at least 0");
        }
        return new TokenClaims(
                library,
                clockSkew,
                ClaimRule.all("custom-actions.identity.refused-claims", tokens.refusedClaims()),
                required(),
                CLOCK);
    }

    private OptionalLong oldest() {
        return library.getTokenAge() == null ? OptionalLong.empty() : OptionalLong.of(library.getTokenAge());
    }

    private List<ClaimRule> required() {
        var named = Optional.ofNullable(library.getRequiredClaims()).orElse(Set.of()).stream()
                .map(name -> new ClaimRule(name, Optional.empty()));
        var configured = ClaimRule.all("custom-actions.identity.required-claims", tokens.requiredClaims());
        return Stream.concat(named, configured.stream()).toList();
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the library's, which keeps the default. */
    @Override
    public int priority() {
        return IdentityProvider.super.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return verified.verify(request.getToken().getToken())
                .map(token -> identity(request, token))
                // What the framework takes for a refused caller; the client is told its cause.
                .onFailure(ApiException.class)
                .transform(AuthenticationFailedException::new);
    }

    private static SecurityIdentity identity(TokenAuthenticationRequest request, JsonWebToken token) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredential(request.getToken())
                .build();
    }
}
