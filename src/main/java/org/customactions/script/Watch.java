package org.customactions.script;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Looks at every running job from outside, stops those that meet a limit, and gives up on those that do not stop. */
final class Watch implements AutoCloseable {

    private static final long TICK_NANOS = Duration.ofMillis(2).toNanos();
    private static final long GRACE_NANOS = Duration.ofMillis(500).toNanos();

    private final Duration timeout;
    private final long maxAllocation;
    private final Runnable eachTick;
    private final AllocationMeter meter = new AllocationMeter();
    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService cancelling = Executors.newCachedThreadPool(task -> daemon(task, "script-cancel"));
    private final Thread thread = daemon(this::watch, "script-watch");
    private volatile boolean idle;
    private volatile boolean closed;

    Watch(ScriptConfiguration configuration, Runnable eachTick) {
        this.timeout = configuration.timeout();
        this.maxAllocation = configuration.maxMemory().asLongValue();
        this.eachTick = eachTick;
        thread.start();
    }

    boolean measuresMemory() {
        return meter.available();
    }

    /** Watches a job that the current thread is about to run, until what it answers is closed. */
    Watched start(Job<?> job, Guest guest, Runnable onGivenUp) {
        Watched watched = new Watched(job, guest, onGivenUp);
        running.add(watched);
        if (idle) {
            LockSupport.unpark(thread);
        }
        return watched;
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(watched -> watched.stop(Limits.SHUTDOWN));
        LockSupport.unpark(thread);
        cancelling.shutdown();
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void watch() {
        while (!closed) {
            idle = running.isEmpty();
            if (idle && running.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, TICK_NANOS);
            }
            running.forEach(Watched::inspect);
            eachTick.run();
        }
    }

    /** A running job, its thread and what the thread had used up when the job began. */
    final class Watched implements AutoCloseable {

        private final Job<?> job;
        private final Guest guest;
        private final Runnable onGivenUp;
        private final Thread worker = Thread.currentThread();
        private final long startedAt = System.nanoTime();
        private final long allocatedBefore = meter.allocatedBy(worker);
        private volatile long stoppedAt;

        private Watched(Job<?> job, Guest guest, Runnable onGivenUp) {
            this.job = job;
            this.guest = guest;
            this.onGivenUp = onGivenUp;
        }

        /** Stops the job when it has met a limit; called by the job's own thread too when it is done. */
        void measure() {
            if (System.nanoTime() - startedAt > timeout.toNanos()) {
                stop(Limits.time(timeout));
            } else if (meter.allocatedBy(worker) - allocatedBefore > maxAllocation) {
                stop(Limits.MEMORY);
            }
        }

        @Override
        public void close() {
            running.remove(this);
        }

        private void inspect() {
            if (stoppedAt == 0) {
                measure();
            } else if (System.nanoTime() - stoppedAt > GRACE_NANOS && !job.hasEnded()) {
                job.endStopped();
                onGivenUp.run();
            }
        }

        private void stop(String reason) {
            if (job.stop(reason)) {
                stoppedAt = System.nanoTime();
                if (Thread.currentThread() != worker) {
                    cancelling.execute(guest::close);
                }
            }
        }
    }
}
