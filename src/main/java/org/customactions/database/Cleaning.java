package org.customactions.database;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Deletes expired rows from time to time, in small batches with pauses in between. Only one replica deletes at a time;
 * a lock in the database decides which. If the database is away, the next round tries again.
 */
@ApplicationScoped
public class Cleaning {

    private static final Logger LOG = Logger.getLogger(Cleaning.class);
    private static final int BATCH = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Held until the end of the transaction, so that a replica that dies leaves no lock behind. */
    private static final String TAKE_TURN =
            "select pg_try_advisory_xact_lock(hashtextextended('custom_actions/cleaning', 0))";

    /** Skips rows that another transaction has locked. */
    private static final String DELETE = """
            with gone as (
                delete from %1$s where %2$s in (
                    select %2$s from %1$s
                    where %3$s < now() - make_interval(secs => :kept)
                    order by %3$s
                    limit :limit
                    for update skip locked)
                returning %2$s as id
            )%4$s
            select count(*) from gone
            """;

    private static final String BELONGINGS = ", of_%1$s as (delete from %1$s where %2$s in (select id from gone))";

    /** As good as for ever, and still within what PostgreSQL can count back. */
    private static final Duration LONGEST = Duration.ofDays(365 * 1_000L);

    private final Vertx vertx;
    private final Database database;
    private final List<ExpiringRows> kinds;
    private final long intervalMillis;
    private final long timeoutMillis;
    /** Taken while a batch is running. */
    private final Semaphore idle = new Semaphore(1);

    private volatile long timer;
    private volatile boolean stopped;

    Cleaning(Vertx vertx, Database database, @All List<ExpiringRows> kinds, DatabaseConfiguration configuration) {
        this.vertx = vertx;
        this.database = database;
        this.kinds = kinds;
        this.timeoutMillis = configuration.timeout().toMillis();
        this.intervalMillis = configuration.cleaningInterval().toMillis();
    }

    /** The first round starts after a random time, so that replicas that start together do not clean together. */
    void start(@Observes StartupEvent event) {
        cleanIn(ThreadLocalRandom.current().nextLong(intervalMillis) + 1);
    }

    /** Runs before the data source closes, because closing would fail a running batch. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        vertx.cancelTimer(timer);
        idle.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS);
    }

    private void cleanIn(long millis) {
        if (!stopped) {
            timer = vertx.setTimer(millis, due -> clean());
        }
    }

    private void clean() {
        Multi.createFrom()
                .iterable(kinds)
                .onItem()
                .transformToUniAndConcatenate(this::clean)
                .onTermination()
                .invoke(() -> cleanIn(intervalMillis))
                .subscribe()
                .with(
                        cleaned -> {},
                        failure -> LOG.warnf("Expired rows could not be deleted: %s", failure.getMessage()));
    }

    private Uni<Void> clean(ExpiringRows rows) {
        return Multi.createBy()
                .repeating()
                .uni(() -> batch(rows))
                .withDelay(PAUSE)
                .whilst(deleted -> deleted == BATCH && !stopped)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(deleted -> {
                    if (deleted > 0) {
                        LOG.infof("Deleted %d %s", deleted, rows.name());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Integer> batch(ExpiringRows rows) {
        if (stopped || !idle.tryAcquire()) {
            return Uni.createFrom().item(0);
        }
        return database.apart(() -> Panache.withTransaction(() -> inTurn(rows)))
                .onTermination()
                .invoke(() -> idle.release());
    }

    private static Uni<Integer> inTurn(ExpiringRows rows) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_TURN, Boolean.class)
                        .getSingleResult()
                        .chain(mine ->
                                mine ? delete(session, rows) : Uni.createFrom().item(0)));
    }

    private static Uni<Integer> delete(Mutiny.Session session, ExpiringRows rows) {
        var kept = rows.kept().compareTo(LONGEST) < 0 ? rows.kept() : LONGEST;
        var belongings = rows.belongings().entrySet().stream()
                .map(belonging -> BELONGINGS.formatted(belonging.getKey(), belonging.getValue()))
                .collect(Collectors.joining());
        return session.createNativeQuery(
                        DELETE.formatted(rows.table(), rows.id(), rows.expiry(), belongings), Long.class)
                .setParameter("kept", kept.toMillis() / 1000.0)
                .setParameter("limit", BATCH)
                .getSingleResult()
                .map(Long::intValue);
    }
}
