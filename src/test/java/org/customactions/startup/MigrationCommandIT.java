package org.customactions.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** The command that a job runs before a rollout, and a service that leaves migrating to it. */
@Full
class MigrationCommandIT {

    private static final String MIGRATE = "migrate";

    @Full
    @Test
    void shouldMigrateAndExitWithoutAKeyForTokens() {
        var database = TestDatabase.createDatabase();

        try (var job = PackagedService.start(database.environment(), MIGRATE)) {
            assertThat(job.awaitExit()).isZero();
            assertThat(job.outputLines())
                    .anyMatch(line -> line.contains("The database schema is at version"))
                    .noneMatch(line -> line.contains("istening on"));
        }

        assertThat(database.queryCount("select count(*) from custom_actions")).isZero();
    }

    @Full
    @Test
    void shouldMigrateASchemaThatIsUpToDate() {
        var database = TestDatabase.createDatabase();
        run(database);

        try (var job = PackagedService.start(database.environment(), MIGRATE)) {
            assertThat(job.awaitExit()).isZero();
        }
    }

    @Test
    void shouldServeASchemaThatTheCommandMade() {
        var database = TestDatabase.createDatabase();
        run(database);
        var environment = new HashMap<>(database.environment());
        environment.put("CUSTOM_ACTIONS_DATABASE_MIGRATE_AT_START", "false");
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());

        try (var service = PackagedService.startReady(environment)) {
            assertThat(service.outputLines()).noneMatch(line -> line.contains("schema is at version"));
        }
    }

    /** Pods of the version before start again during a rollout, and after one that is taken back. */
    @Full
    @Test
    void shouldStartOnTheSchemaOfANewerVersion() {
        var database = TestDatabase.createDatabase();
        run(database);
        database.execute("insert into custom_actions_migrations"
                + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                + " values (9999, '9999', 'of the future', 'SQL', 'V9999__of_the_future.sql', 1, 'postgres', 1, true)");
        var environment = new HashMap<>(database.environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());

        try (var service = PackagedService.startReady(environment)) {
            assertThat(service.outputLines()).noneMatch(line -> line.contains("could not be brought up to date"));
        }
    }

    @Full
    @Test
    void shouldTellThatTheDatabaseRefuses() {
        var environment = new HashMap<>(TestDatabase.createDatabase().environment());
        environment.put("DB_NAME", "no_such_database");

        try (var job = PackagedService.start(environment, MIGRATE)) {
            assertThat(job.awaitExit()).isEqualTo(1);
            assertThat(job.outputLines())
                    .containsExactly("PostgreSQL refuses the connection (FATAL: database \"no_such_database\" does not"
                            + " exist): check DB_NAME, DB_USERNAME and DB_PASSWORD");
        }
    }

    @Full
    @Test
    void shouldNameTheCommandsForAnUnknownOne() {
        try (var service = PackagedService.start(Map.of(), "migrat")) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.outputLines())
                    .containsExactly(
                            "\"migrat\" is not a command; use migrate, reencrypt-secrets or check-actions, or no argument to start the service");
        }
    }

    private static void run(TestDatabase database) {
        try (var job = PackagedService.start(database.environment(), MIGRATE)) {
            assertThat(job.awaitExit()).isZero();
        }
    }
}
