package org.customactions.history.exchange;

import io.quarkus.runtime.configuration.MemorySize;
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

    /**
     * Which webhooks have what they sent and got back kept: {@code failures}, {@code all} or {@code none}. It is
     * encrypted with {@code custom-actions.secrets.key}; without that key, nothing is kept.
     */
    @WithDefault("failures")
    KeptExchanges exchanges();

    /** How long what a webhook sent and got back is kept, but not longer than the execution itself. */
    @WithDefault("7D")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration exchangeRetention();

    /**
     * Most bytes of what webhooks sent and got back for one organization, encrypted; past them, the oldest are deleted.
     */
    @WithDefault("32M")
    @WithConverter(AtLeastOne.OfSize.class)
    MemorySize maxExchangesPerOrganization();
}
