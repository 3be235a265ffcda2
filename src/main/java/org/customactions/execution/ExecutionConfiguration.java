package org.customactions.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.customactions.startup.AtLeastOne;

/** Limits of executions. */
@ConfigMapping(prefix = "custom-actions.execution")
public interface ExecutionConfiguration {

    /**
     * Most executions and previews of one organization that may be under way at once on one replica. Past it the client
     * gets 429 with {@code Retry-After}.
     */
    @WithDefault("64")
    @WithConverter(AtLeastOne.OfInt.class)
    int maxConcurrentPerOrganization();
}
