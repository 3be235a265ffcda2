package org.customactions.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
        DatabaseAddress.of(of(configuration));
        PostgresName.of("DB_USERNAME", of(configuration));
        schema(configuration);
        DatabaseTls.of(of(configuration)).check();
    }

    /** The schema that {@code DB_SCHEMA} names; empty if PostgreSQL decides. */
    static Optional<String> schema(Config configuration) {
        return PostgresName.of("DB_SCHEMA", of(configuration));
    }

    /** The values of settings, empty where they are not set. */
    static UnaryOperator<String> of(Config configuration) {
        return name -> configuration.getOptionalValue(name, String.class).orElse("");
    }

    private static void require(Config configuration, String name, String sentence) {
        if (of(configuration).apply(name).isBlank()) {
            throw new ConfigurationException(sentence);
        }
    }
}
