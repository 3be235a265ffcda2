package org.customactions.redirect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.customactions.startup.AtLeastOne;

/** One-time redirects. */
@ConfigMapping(prefix = "custom-actions.redirect")
public interface RedirectConfiguration {

    /** How long a redirect can be followed after the click that made it. */
    @WithDefault("30S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration lifetime();
}
