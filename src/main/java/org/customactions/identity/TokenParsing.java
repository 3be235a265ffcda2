package org.customactions.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * Verifies and parses tokens as the library does. A token whose claims are of no shape that it can read is refused like
 * a forged one, although it may be signed properly: the library would let its own error through.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenParsing extends JWTCallerPrincipalFactory {

    private final JWTCallerPrincipalFactory library = new DefaultJWTCallerPrincipalFactory();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        try {
            var principal = library.parse(token, settings);
            // Read right after this, where nobody expects an error.
            principal.getGroups();
            return principal;
        } catch (RuntimeException | StackOverflowError e) {
            throw new ParseException("The claims of the token cannot be read", e);
        }
    }
}
