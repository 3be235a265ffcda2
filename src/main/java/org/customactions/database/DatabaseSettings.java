package org.customactions.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.Config;

/** Checks the settings that say where the database is: without them the service cannot start. */
public final class DatabaseSettings {

    private DatabaseSettings() {}

    /** @throws ConfigurationException if something needs to be set before the service can start */
    public static void check(Config configuration) {
        require(configuration, "DB_HOST", "Set DB_HOST to the host name of the PostgreSQL server");
        require(
                configuration,
                "DB_USERNAME",
                "Set DB_USERNAME (and DB_PASSWORD) to the PostgreSQL user of this service");
    }

    private static void require(Config configuration, String name, String sentence) {
        if (configuration.getOptionalValue(name, String.class).isEmpty()) {
            throw new ConfigurationException(sentence);
        }
    }
}
