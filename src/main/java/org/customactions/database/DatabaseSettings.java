package org.customactions.database;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops a start that nobody has told where the database is. */
@ApplicationScoped
public class DatabaseSettings {

    /** Startup order: before the first use of the database. */
    private static final int ORDER = Migration.ORDER - 100;

    private static final int FAILED = 1;

    void check(
            @Observes @Priority(ORDER) StartupEvent event,
            @ConfigProperty(name = "DB_HOST") Optional<String> host,
            @ConfigProperty(name = "DB_USERNAME") Optional<String> user) {
        if (host.isEmpty()) {
            throw new PreventFurtherStepsException("Set DB_HOST to the host name of the PostgreSQL server", FAILED);
        }
        if (user.isEmpty()) {
            throw new PreventFurtherStepsException(
                    "Set DB_USERNAME (and DB_PASSWORD) to the PostgreSQL user of this service", FAILED);
        }
    }
}
