package org.customactions.history;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.customactions.database.Database;
import org.customactions.database.DatabaseConfiguration;
import org.jboss.logging.Logger;

/**
 * Adds up what has changed in the tallies of executions, on one replica at a time, so that statistics read few rows.
 */
@ApplicationScoped
class Tallying {

    private static final Logger LOG = Logger.getLogger(Tallying.class);
    private static final long INTERVAL_MILLIS = Duration.ofSeconds(15).toMillis();

    private final Vertx vertx;
    private final Database database;
    private final long timeoutMillis;

    /** Taken while a round is under way. */
    private final Semaphore idle = new Semaphore(1);

    private volatile long timer;
    private volatile boolean stopped;

    Tallying(Vertx vertx, Database database, DatabaseConfiguration configuration) {
        this.vertx = vertx;
        this.database = database;
        this.timeoutMillis = configuration.timeout().toMillis();
    }

    /** The first round starts after a random time, so that replicas that start together do not all ask together. */
    void start(@Observes StartupEvent event) {
        addIn(ThreadLocalRandom.current().nextLong(INTERVAL_MILLIS) + 1);
    }

    /** Runs before the data source closes, because closing would fail a running round. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        vertx.cancelTimer(timer);
        idle.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS);
    }

    private void addIn(long millis) {
        if (!stopped) {
            timer = vertx.setTimer(millis, due -> add());
        }
    }

    private void add() {
        if (stopped || !idle.tryAcquire()) {
            return;
        }
        Multi.createBy()
                .repeating()
                .uni(() -> database.apart(() -> Panache.withTransaction(TallyRows::add)))
                .whilst(added -> added == TallyRows.BATCH && !stopped)
                .onTermination()
                .invoke(() -> {
                    idle.release();
                    addIn(INTERVAL_MILLIS);
                })
                .subscribe()
                .with(
                        added -> {},
                        failure -> LOG.warnf("Tallies of executions could not be added up: %s", failure.getMessage()));
    }
}
