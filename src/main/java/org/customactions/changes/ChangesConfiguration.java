package org.customactions.changes;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.customactions.startup.AtLeastOne;

/** The trail of changes. */
@ConfigMapping(prefix = "custom-actions.changes")
public interface ChangesConfiguration {

    /**
     * How long changes of actions can be read; older ones are deleted within
     * {@code custom-actions.database.cleaning-interval}.
     */
    @WithDefault("365D")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration retention();
}
