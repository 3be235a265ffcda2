package org.customactions.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.customactions.startup.AtLeastOne;

/** How the service uses PostgreSQL; {@code DB_HOST} and the like say where it is. */
@ConfigMapping(prefix = "custom-actions.database")
public interface DatabaseConfiguration {

    /**
     * Longest time a call may wait for the database, including connecting and waiting for a free connection. After it,
     * the client gets 503.
     */
    @WithDefault("5S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration timeout();

    /**
     * Whether the service brings the schema up to date when it starts. Switch it off if a job migrates before the
     * rollout, so that a pod starts faster.
     */
    @WithDefault("true")
    boolean migrateAtStart();

    /**
     * How often a replica looks for expired rows, such as executions past the history's retention, and deletes them.
     */
    @WithDefault("10M")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration cleaningInterval();
}
