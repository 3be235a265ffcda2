package org.customactions.execution;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.async.Uncancellable;
import org.customactions.database.Database;
import org.customactions.database.SharedStatements;
import org.customactions.idempotency.ScopedKey;
import org.customactions.kind.Outcome;
import org.jboss.logging.Logger;

/**
 * Makes sure that each execution leaves its row. The row begins before anything happens and gets its end even if the
 * caller hangs up, the database fails in between or the service is told to stop.
 */
@ApplicationScoped
class ExecutionRecords {

    private static final Logger LOG = Logger.getLogger(ExecutionRecords.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(5);

    private static final ApiException LOST =
            ApiException.of(ErrorType.UNAVAILABLE, "The service's database had to recover, please try again");

    /** Few, because an outage affects every click. */
    private static final int MOST_DISCARDS = 3;

    /**
     * At least this is added to the time that requests get, see {@code quarkus.shutdown.timeout}: a webhook's default
     * timeout.
     */
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    /** One permit is taken for each row without an end. */
    private final Semaphore unended = new Semaphore(Integer.MAX_VALUE);

    /** When the last of the executions that have begun has to be over, of {@link System#nanoTime()}. */
    private final AtomicLong busyUntil = new AtomicLong(System.nanoTime());

    private final Database database;
    private final RunLimits limits;
    private final MeterRegistry registry;
    private final SharedStatements<Click, Row> starts;
    private final SharedStatements<ExecutionEnd, Boolean> ends;

    ExecutionRecords(Database database, RunLimits limits, MeterRegistry registry) {
        this.database = database;
        this.limits = limits;
        this.registry = registry;
        this.starts = database.statements(
                (connection, clicks) -> StartStatement.execute(connection, clicks, limits), ExecutionRecords::key);
        this.ends = database.statements(EndStatement::execute, end -> key(end.click()));
    }

    /**
     * Reads the data for the execution and stores its row. If this fails, nothing may be executed and no row stays; no
     * row stays either if the caller hangs up before the execution starts.
     */
    Uni<ExecutionStart> begin(Click click) {
        return begin(
                click,
                () -> database.together(starts, click).map(row -> ExecutionStart.of(click, row)),
                start -> start instanceof ExecutionStart.Begun);
    }

    /** Executes each statement for a click on nothing, so that no agent waits for its first time. */
    Uni<Void> rehearse(Click nothing) {
        var end = ExecutionEnd.without(nothing, Outcome.ERROR, "", Duration.ZERO);
        return database.together(starts, nothing)
                .chain(start -> database.together(ends, end))
                .chain(stored -> database.inSession(() -> StartStatement.discard(nothing)));
    }

    /** Stores the row of a trial, by the same rules. */
    Uni<Void> beginTrial(Trial trial) {
        return begin(trial.click(), () -> database.inSession(() -> trial.store(limits.lease())), stored -> true);
    }

    private <T> Uni<T> begin(Click click, Supplier<Uni<T>> statement, Predicate<T> hasBegun) {
        return Uni.createFrom().emitter(emitter -> {
            var hungUp = new AtomicBoolean();
            emitter.onTermination(() -> hungUp.set(true));
            statement
                    .get()
                    .subscribe()
                    .with(
                            start -> {
                                if (hasBegun.test(start)) {
                                    if (hungUp.get()) {
                                        discard(click);
                                        return;
                                    }
                                    unended.tryAcquire();
                                }
                                emitter.complete(start);
                            },
                            failure -> {
                                // The database may have executed a statement without answering it.
                                discard(click);
                                emitter.fail(failure);
                            });
        });
    }

    /** Takes back an execution that has begun and must not run, so that its key is free for another try. */
    Uni<Void> takeBack(Click click) {
        return Uncancellable.of(() -> database.inSession(() -> StartStatement.discard(click))
                .onFailure()
                .invoke(failure -> discard(click))
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> unended.release()));
    }

    /** Tells how long an execution that has begun may take, so that a stop of the service waits for it. */
    void mayTake(Duration run) {
        busyUntil.accumulateAndGet(System.nanoTime() + run.toNanos(), (known, next) -> next - known > 0 ? next : known);
    }

    /**
     * Stores the end. If this fails, pass the end to {@link #endLate}. It also fails if PostgreSQL has crashed
     * meanwhile and lost the start, which may happen to a link's.
     */
    Uni<Void> end(ExecutionEnd end) {
        return database.together(ends, end)
                .invoke(isStored -> {
                    if (!isStored) {
                        throw LOST;
                    }
                    unended.release();
                })
                .replaceWithVoid();
    }

    /**
     * Stores what is left for the background; false if there is no room, and then the execution has to be ended. If it
     * fails, it may have been stored all the same.
     */
    Uni<Boolean> accept(AcceptedExecution accepted) {
        return database.inSession(accepted::store).invoke(isStored -> {
            if (isStored) {
                unended.release();
            }
        });
    }

    /** Stores an end that could not be stored at once. */
    void endLate(ExecutionEnd end) {
        count("late");
        LOG.warnf(
                "The end of the execution %s could not be written yet",
                end.click().executionId());
        endApart(end);
    }

    /** Stores an end that no caller waits for; tries again until the execution's lease expires. */
    void endApart(ExecutionEnd end) {
        database.togetherApart(ends, end)
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .expireIn(limits.lease().toMillis())
                .onTermination()
                .invoke(() -> unended.release())
                .subscribe()
                .with(stored -> {}, failure -> {
                    count("lost");
                    LOG.errorf(
                            "The end of the execution %s could not be written and stays unknown",
                            end.click().executionId());
                });
    }

    /**
     * Runs before the data source closes. Waits for executions whose caller has gone and for ends that are not written
     * yet.
     */
    void finish(@Observes ShutdownEvent event) throws InterruptedException {
        var patience = Math.max(SHUTDOWN.toNanos(), busyUntil.get() - System.nanoTime());
        if (!unended.tryAcquire(Integer.MAX_VALUE, patience, TimeUnit.NANOSECONDS)) {
            LOG.warn("Some executions were still running; their outcome stays unknown");
        }
    }

    private void discard(Click click) {
        database.apart(() -> StartStatement.discard(click))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .atMost(MOST_DISCARDS)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf(
                                "The execution %s may have left a row, but never began", click.executionId()));
    }

    private static Optional<String> key(Click click) {
        return click.key().map(ScopedKey::hash);
    }

    private void count(String fate) {
        registry.counter("custom_actions.history.unwritten", "fate", fate).increment();
    }
}
