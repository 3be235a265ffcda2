package org.customactions.database;

import io.quarkus.runtime.QuarkusApplication;
import java.time.Duration;

/**
 * Brings the schema up to date and ends: for a job that runs before the service is rolled out. Exits with 0 when the
 * schema is as this version needs it, with 1 and a sentence when it could not be made so; it waits two minutes for a
 * database that cannot be reached.
 */
public class MigrationCommand implements QuarkusApplication {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FAILED = 1;

    private final Migration migration;

    MigrationCommand(Migration migration) {
        this.migration = migration;
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        if (migration.await(PATIENCE)) {
            return 0;
        }
        System.err.println("The database could not be reached within %d s: check DB_HOST and DB_PORT, and that it is up"
                .formatted(PATIENCE.toSeconds()));
        return FAILED;
    }
}
