package org.customactions.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The page for managers. */
@ConfigMapping(prefix = "custom-actions.console")
public interface ConsoleConfiguration {

    /**
     * Whether the service has a page for managers at {@code /console/}. The page has no rights of its own: it calls the
     * API with the user's token.
     */
    @WithDefault("true")
    boolean enabled();
}
