package org.customactions.database;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the schema is up to date, so that an orchestrator waits for a migration instead of killing it. */
@Startup
@ApplicationScoped
public class MigrationStartup implements HealthCheck {

    private final Migration migration;

    MigrationStartup(Migration migration) {
        this.migration = migration;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("migration").status(migration.isDone()).build();
    }
}
