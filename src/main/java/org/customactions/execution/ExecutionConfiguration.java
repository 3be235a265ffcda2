package org.customactions.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
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

    /**
     * Most bytes of answers that are kept for one organization's {@code Idempotency-Key}s within 24 hours by one
     * replica. Past it, and if an answer is larger than 64 KiB, it is kept without its {@code data}.
     */
    @WithDefault("256M")
    @WithConverter(AtLeastOne.OfSize.class)
    MemorySize maxKeptPerOrganization();

    /**
     * How much longer an action may run than the limits of its kind add up to, for what comes on top of them, such as
     * the start of a script's process. Past it the execution has failed.
     */
    @WithDefault("10S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration slack();
}
