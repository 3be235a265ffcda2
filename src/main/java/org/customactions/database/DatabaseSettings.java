package org.customactions.database;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Where the database is; a start that nobody has told is not worth beginning. */
public final class DatabaseSettings {

    private DatabaseSettings() {}

    /** What has to be set before the service can start, in one sentence. */
    public static Optional<String> problem(Config configuration) {
        if (isUnset(configuration, "DB_HOST")) {
            return Optional.of("Set DB_HOST to the host name of the PostgreSQL server");
        }
        return isUnset(configuration, "DB_USERNAME")
                ? Optional.of("Set DB_USERNAME (and DB_PASSWORD) to the PostgreSQL user of this service")
                : Optional.empty();
    }

    private static boolean isUnset(Config configuration, String name) {
        return configuration.getOptionalValue(name, String.class).isEmpty();
    }
}
