package org.customactions.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while PostgreSQL answers within two seconds and everything is there that the service reads and writes. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements AsyncHealthCheck {

    private static final String NAME = "database";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Pool pool;
    private final Migration migration;
    private final SchemaCheck schema;

    DatabaseReadiness(Pool pool, Migration migration, SchemaCheck schema) {
        this.pool = pool;
        this.migration = migration;
        this.schema = schema;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (!migration.isDone()) {
            return Uni.createFrom().item(HealthCheckResponse.down(NAME));
        }
        // Not a query of the pool itself, which logs an error later if there is no connection to be had.
        return pool.withConnection(connection -> connection.query("select 1").execute())
                .chain(answered -> schema.isGood())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(good -> good ? HealthCheckResponse.up(NAME) : HealthCheckResponse.down(NAME))
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(NAME));
    }
}
