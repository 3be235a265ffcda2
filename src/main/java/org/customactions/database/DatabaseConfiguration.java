package org.customactions.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.customactions.startup.AtLeastOne;

/** How the service uses PostgreSQL, besides where it is ({@code DB_HOST} and the like). */
@ConfigMapping(prefix = "custom-actions.database")
public interface DatabaseConfiguration {

    /**
     * Longest time a call may wait for the database, connecting and waiting for a free connection included. Past it the
     * client gets 503.
     */
    @WithDefault("5S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration timeout();

    /**
     * Whether the service brings the schema up to date when it starts. Switch it off where a job migrates before the
     * service is rolled out, so that a pod starts faster.
     */
    @WithDefault("true")
    boolean migrateAtStart();

    /**
     * How often a replica looks for rows that are over, such as executions older than the history reaches back, and
     * deletes them.
     */
    @WithDefault("10M")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration cleaningInterval();
}
