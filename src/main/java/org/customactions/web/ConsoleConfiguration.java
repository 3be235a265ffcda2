package org.customactions.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The page for managers. */
@ConfigMapping(prefix = "custom-actions.console")
public interface ConsoleConfiguration {

    /**
     * Whether the service has a page for managers at {@code /console/}. The page has no rights of its own: it calls the
     * API with the user's token.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * Page of the chat product at which managers sign in, such as {@code https://chat.example.com/login}; http or
     * https, without user and password. The address of the console that they came from is added as the parameter
     * {@code return_to}. To put it elsewhere, write {@code return_to} in braces there, in the query or after #. The
     * page leads back to that address with {@code #token=} and the token after it, and must lead to no other address
     * than the console's. Default: none, and managers paste a token.
     */
    Optional<@WithConverter(SignInUrl.class) String> signInUrl();
}
