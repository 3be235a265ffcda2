package org.customactions.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The page for managers. */
@ConfigMapping(prefix = "custom-actions.console")
public interface ConsoleConfiguration {

    /**
     * Whether there is a page for managers at {@code /console/}. It can do nothing that the API does not let its user
     * do.
     */
    @WithDefault("true")
    boolean enabled();
}
