package org.customactions.database;

import io.quarkus.runtime.QuarkusApplication;
import java.time.Duration;

/**
 * Brings the schema up to date and exits, for a job that runs before the service is rolled out. The exit code is 0 if
 * the schema is now as this version needs it, and 1 with a sentence if not. Waits two minutes for a database that
 * cannot be reached.
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
