package org.customactions.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.customactions.startup.StartOrder;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date when the service starts. A database that cannot be reached yet does not stop the start:
 * the service starts, is not ready, and tries again until the database is up. Any other failure stops the start.
 *
 * <p>The versions in {@code db/migration} go from 3 to 5; 4 never existed. What runs before each of them is no version.
 * Never change an existing one, not even its comments: databases know the checksums of the migrations they have
 * applied.
 */
@ApplicationScoped
public class Migration {

    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final long RETRY_SECONDS = 2;

    private final Instance<Flyway> flyway;
    private final DatabaseConfiguration configuration;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile ScheduledFuture<?> retry;

    Migration(Instance<Flyway> flyway, DatabaseConfiguration configuration) {
        this.flyway = flyway;
        this.configuration = configuration;
    }

    void start(@Observes @Priority(StartOrder.DATABASE) StartupEvent event) {
        if (!configuration.migrateAtStart()) {
            done.countDown();
            return;
        }
        try {
            migrate();
        } catch (FlywayException e) {
            if (!passes(e)) {
                throw new ConfigurationException(explain(e));
            }
            LOG.warnf("The database cannot be reached, trying again every %d s: %s", RETRY_SECONDS, reason(e));
            retry = Infrastructure.getDefaultWorkerPool()
                    .scheduleWithFixedDelay(this::tryAgain, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Whether the schema is as this version of the service needs it. */
    boolean isDone() {
        return done.getCount() == 0;
    }

    /** Waits until the schema is up to date; false if that takes longer. Must not be called on an event loop. */
    boolean await(Duration patience) throws InterruptedException {
        return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs before the data source closes, because closing would fail a running try. */
    void stop(@Observes ShutdownEvent event) {
        cancel();
    }

    private void cancel() {
        if (retry != null) {
            retry.cancel(false);
        }
    }

    private void migrate() {
        DatabaseEncoding.check(flyway.get());
        var result = flyway.get().migrate();
        done.countDown();
        LOG.infof(
                "The database schema is at version %s",
                result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion);
    }

    private void tryAgain() {
        try {
            migrate();
            cancel();
        } catch (FlywayException e) {
            if (passes(e) || retry.isCancelled()) {
                LOG.debugf("The database still cannot be reached: %s", reason(e));
            } else {
                LOG.errorf("%s", explain(e));
            }
        }
    }

    private static boolean passes(FlywayException failure) {
        return Refusal.of(failure).isEmpty() && DatabaseFailures.isUnavailable(failure);
    }

    /** The sentence for the operator about a failure that does not pass by waiting. */
    static String explain(FlywayException failure) {
        return Refusal.of(failure)
                .orElseGet(() -> "The database schema could not be brought up to date: " + reason(failure));
    }

    private static String reason(Throwable failure) {
        return DatabaseFailures.describe(failure);
    }
}
