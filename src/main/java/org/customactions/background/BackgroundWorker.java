package org.customactions.background;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.customactions.async.OwnContext;
import org.customactions.database.Database;
import org.jboss.logging.Logger;

/**
 * Takes what is due and has it done, as far as this replica has places. It looks twice a second, and at once when
 * something is left here or another replica calls. What it has under way is its own for half a minute, again and again;
 * if the replica dies, another one takes it after that.
 */
@ApplicationScoped
class BackgroundWorker {

    private static final Logger LOG = Logger.getLogger(BackgroundWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final long SIGN_OF_LIFE = LEASE.dividedBy(3).toMillis();
    private static final long LOOK = Duration.ofMillis(500).toMillis();
    private static final long WATCH = Duration.ofSeconds(15).toMillis();

    /** After a look that failed: the database is away, or its schema is not there yet. */
    private static final long REST = Duration.ofSeconds(2).toNanos();

    /** Under way at once for all organizations. */
    private static final int PLACES = 256;

    /** As long as a webhook may take. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final Database database;
    private final Attempts attempts;
    private final Signals signals;
    private final BackgroundMonitor monitor;
    private final Places places;

    private final Map<Taken, Boolean> underWay = new ConcurrentHashMap<>();
    private final Semaphore unended = new Semaphore(Integer.MAX_VALUE);
    private final AtomicBoolean isStarted = new AtomicBoolean();
    private final AtomicBoolean isReadying = new AtomicBoolean();
    private final Turns turns = new Turns();
    private final List<Long> timers = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;
    private volatile Lane behind = Lane.FIRST;
    private volatile long restsUntil = System.nanoTime();

    BackgroundWorker(
            Vertx vertx,
            Database database,
            Attempts attempts,
            Signals signals,
            BackgroundMonitor monitor,
            BackgroundConfiguration configuration) {
        this.vertx = vertx;
        this.database = database;
        this.attempts = attempts;
        this.signals = signals;
        this.monitor = monitor;
        this.places =
                new Places(PLACES, configuration.backgroundPerOrganization(), configuration.backgroundPerUpstream());
    }

    /** A command serves nobody, and works on nothing here. */
    void start(@ObservesAsync HttpServerStart event) {
        if (isStarted.compareAndSet(false, true)) {
            monitor.watch(places);
            monitor.look();
            signals.listen(this::wake);
            timers.add(vertx.setPeriodic(LOOK, due -> ready()));
            timers.add(vertx.setPeriodic(SIGN_OF_LIFE, due -> keep()));
            timers.add(vertx.setPeriodic(WATCH, due -> monitor.look()));
        }
    }

    /**
     * Takes no more and waits for what is under way, before the data source closes. What waits is called out to the
     * others; what is still under way after that is theirs when its lease is over.
     */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        signals.stop();
        if (isStarted.get()) {
            signals.call().onFailure().recoverWithNull().subscribe().with(called -> {});
            if (!unended.tryAcquire(Integer.MAX_VALUE, LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some webhooks were still being sent; another replica sends them again");
            }
            timers.forEach(vertx::cancelTimer);
        }
    }

    /** Whether what waits there now has to wait for a place. */
    boolean isFull(Lane lane) {
        return stopped || !isStarted.get() || places.isFull(lane);
    }

    /** Looks for what is due; any number of calls while it looks make it look once more. */
    void wake() {
        if (isStarted.get() && System.nanoTime() - restsUntil >= 0 && turns.begin()) {
            look();
        }
    }

    /** Lets what has become due take its turn, and looks. */
    private void ready() {
        if (!stopped && System.nanoTime() - restsUntil >= 0 && isReadying.compareAndSet(false, true)) {
            TakeStatement.ready(database)
                    .onTermination()
                    .invoke(() -> isReadying.set(false))
                    .subscribe()
                    .with(
                            count -> {
                                wake();
                                if (count == TakeStatement.BATCH) {
                                    ready();
                                }
                            },
                            this::rest);
        }
    }

    private void look() {
        taken().subscribe().with(this::startAll, failure -> {
            rest(failure);
            behind = Lane.FIRST;
            turns.end();
        });
    }

    private void rest(Throwable failure) {
        LOG.debug("What is due in the background cannot be taken", failure);
        restsUntil = System.nanoTime() + REST;
    }

    private Uni<List<Taken>> taken() {
        var room = places.room();
        return stopped || room.free() == 0
                ? Uni.createFrom().item(List.of())
                : TakeStatement.take(database, behind, room, LEASE);
    }

    /** The organization behind the last one is next; after the last of all it begins with the first again. */
    private void startAll(List<Taken> due) {
        var isRound = behind.equals(Lane.FIRST);
        behind = due.stream().map(Taken::lane).max(Lane.ORDER).map(Lane::last).orElse(Lane.FIRST);
        due.forEach(this::start);
        if (turns.end() || !due.isEmpty() || !isRound && !stopped) {
            wake();
        }
    }

    private void start(Taken taken) {
        places.take(taken.lane(), taken.request().length);
        unended.tryAcquire();
        underWay.put(taken, true);
        OwnContext.of(
                        vertx,
                        () -> stopped ? NextAttempt.handedBack(database, taken, Duration.ZERO) : attempts.make(taken))
                .onTermination()
                .invoke(() -> {
                    underWay.remove(taken);
                    places.release(taken.lane(), taken.request().length);
                    unended.release();
                    wake();
                })
                .subscribe()
                .with(done -> {}, failure -> LOG.debug("An execution could not be handed back", failure));
    }

    private void keep() {
        var mine = List.copyOf(underWay.keySet());
        if (!mine.isEmpty()) {
            NextAttempt.keep(database, mine, LEASE)
                    .subscribe()
                    .with(kept -> {}, failure -> LOG.debug("No sign of life could be given", failure));
        }
    }
}
