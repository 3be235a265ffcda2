package org.customactions.script;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvm.polyglot.PolyglotException;
import org.jboss.logging.Logger;

/** The bounded threads that run scripts. A thread whose script does not stop is given up and replaced. */
final class ScriptWorkers implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ScriptWorkers.class);
    private static final int MIN_THREADS = 2;
    private static final long STACK_BYTES = 8L << 20;

    private final ScriptConfiguration configuration;
    private final CompletableFuture<ScriptEngine> engine;
    private final FairQueue queue;
    private final Watch watch;
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final int threads;

    ScriptWorkers(ScriptConfiguration configuration, CompletableFuture<ScriptEngine> engine) {
        this.configuration = configuration;
        this.engine = engine;
        this.threads = Math.max(
                MIN_THREADS, configuration.threads().orElse(Runtime.getRuntime().availableProcessors()));
        this.queue = new FairQueue(threads - 1, configuration.maxWaitingPerOrganization(), configuration.maxWaiting());
        this.watch = new Watch(configuration, this::endOverdue);
        for (int i = 0; i < threads; i++) {
            startThread();
        }
    }

    /** Ends the job at once when it may not even wait. */
    void submit(Job<?> job) {
        if (!queue.offer(job)) {
            job.stop(Limits.CROWDED);
            job.endStopped();
        }
    }

    boolean measuresMemory() {
        return watch.measuresMemory();
    }

    @Override
    public void close() {
        queue.close().forEach(job -> {
            job.stop(Limits.SHUTDOWN);
            job.endStopped();
        });
        watch.close();
    }

    private void startThread() {
        Thread thread = new Thread(null, this::work, "script-" + names.incrementAndGet(), STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            for (Job<?> job = queue.take(); job != null; job = queue.take()) {
                if (!run(job)) {
                    givenUp.decrementAndGet();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the thread was given up on the way, so that another has taken its place. */
    private boolean run(Job<?> job) {
        AtomicInteger lost = new AtomicInteger();
        try (Guest guest = engine.join().open();
                Watch.Watched watched = watch.start(job, guest, () -> replace(lost))) {
            job.runIn(guest, watched::measure);
        } catch (CompletionException | PolyglotException | IllegalStateException e) {
            // The engine did not start, or is being closed under the job.
            job.endBroken(e);
        } finally {
            queue.release(job);
        }
        return lost.get() == 0;
    }

    private void replace(AtomicInteger lost) {
        if (givenUp.incrementAndGet() > threads) {
            givenUp.decrementAndGet();
            return;
        }
        lost.set(1);
        LOG.warnf("A script did not stop at its limit; its thread was replaced (%d such)", givenUp.get());
        startThread();
    }

    private void endOverdue() {
        queue.removeOlderThan(System.nanoTime() - configuration.maxWait().toNanos())
                .forEach(job -> {
                    job.stop(Limits.waiting(configuration.maxWait()));
                    job.endStopped();
                });
    }
}
