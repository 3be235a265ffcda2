package org.customactions.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.startup.StartOrder;

/**
 * Takes the token out of a cookie if the request has no {@code Authorization} header. The library could read a cookie
 * too, but would prefer it to the header.
 */
@ApplicationScoped
class TokenCookie implements HttpAuthenticationMechanism {

    private final IdentityConfiguration configuration;
    private final CsrfTokens csrf;

    TokenCookie(IdentityConfiguration configuration, CsrfTokens csrf) {
        this.configuration = configuration;
        this.csrf = csrf;
    }

    /** A setting that cannot be used ends the start. */
    void check(@Observes @Priority(StartOrder.SETTINGS) StartupEvent event) {
        if (configuration.cookie().isPresent() && configuration.csrfCookie().isEmpty()) {
            throw new ConfigurationException(
                    "custom-actions.identity.cookie needs custom-actions.identity.csrf-cookie too:"
                            + " without it, any page could write as a user who is signed in");
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return token(context)
                .map(token -> HttpSecurityUtils.setRoutingContextAttribute(
                        new TokenAuthenticationRequest(new JsonWebTokenCredential(token)), context))
                .map(request -> providers.authenticate(request).invoke(() -> csrf.require(context.request())))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Optional<String> token(RoutingContext context) {
        var headers = context.request().headers();
        if (configuration.cookie().isEmpty() || headers.contains(HttpHeaders.AUTHORIZATION)) {
            return Optional.empty();
        }
        var name = configuration.cookie().get();
        var values = new RequestCookies(headers).values(name);
        if (values.size() > 1) {
            throw ApiException.of(
                    ErrorType.UNAUTHORIZED,
                    "The request has more than one cookie %s, of which only one can be the caller's".formatted(name));
        }
        return values.stream().findFirst();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    /** Before the library's, which refuses a request without the header. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }
}
