package org.customactions.database;

import io.quarkus.runtime.QuarkusApplication;
import java.time.Duration;
import java.util.Map;

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

    /** Leaves away what a migration has no use for. Has to be called before the service starts. */
    public static void prepare() {
        Map.of(
                        "quarkus.http.host-enabled", "false",
                        "quarkus.management.host-enabled", "false",
                        "custom-actions.script.start-ahead", "false",
                        "custom-actions.database.migrate-at-start", "true")
                .forEach(System::setProperty);
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
