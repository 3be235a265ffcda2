package org.customactions.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.customactions.startup.AtLeastOne;

/** The history of executions. */
@ConfigMapping(prefix = "custom-actions.history")
public interface HistoryConfiguration {

    /**
     * How long an execution stays in the history; older ones are deleted within
     * {@code custom-actions.database.cleaning-interval}.
     */
    @WithDefault("90D")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration retention();
}
