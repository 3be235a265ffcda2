package org.customactions.script;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.customactions.async.FairQueue;
import org.customactions.script.process.ProcessLimits;
import org.jboss.logging.Logger;

/** Hands jobs to processes. Each process that may run has a thread that waits for its answers. */
final class ScriptWorkers implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ScriptWorkers.class);

    private static final int MIN_PROCESSES = 2;
    private static final long OVERDUE_CHECK_MILLIS = 100;

    private final ScriptConfiguration configuration;
    private final FairQueue<Job> queue;
    private final ScriptProcesses processes;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "script-timer");
        thread.setDaemon(true);
        return thread;
    });

    ScriptWorkers(ScriptConfiguration configuration) {
        this.configuration = configuration;
        timer.setRemoveOnCancelPolicy(true);
        var max = Math.max(
                MIN_PROCESSES,
                configuration.processes().orElse(Runtime.getRuntime().availableProcessors()));
        this.queue = new FairQueue<>(
                max - 1,
                configuration.maxWaitingPerOrganization(),
                configuration.maxWaiting(),
                configuration.timeout());
        this.processes = new ScriptProcesses(
                new ProcessLimits(
                        configuration.timeout(),
                        configuration.maxSteps(),
                        configuration.maxMemory().asLongValue()),
                max,
                configuration.startAhead(),
                configuration.confined(),
                timer);
        for (int i = 1; i <= max; i++) {
            var thread = new Thread(this::work, "script-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        timer.scheduleWithFixedDelay(
                this::endOverdue, OVERDUE_CHECK_MILLIS, OVERDUE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Removes a waiting job that nobody needs any more; a running one runs to its end. */
    void forget(Job job) {
        queue.remove(job);
    }

    ScriptProcesses processes() {
        return processes;
    }

    /** Number of jobs that wait for a process. */
    int waiting() {
        return queue.waiting();
    }

    /** Queues the job, or stops it at once if the queue is full. */
    void submit(Job job) {
        if (!queue.offer(job)) {
            job.giveUp(StopReasons.CROWDED, queue.isHeldBy(job.organizationId()));
        }
    }

    @Override
    public void close() {
        queue.close().forEach(job -> job.giveUp(StopReasons.SHUTDOWN, false));
        processes.close();
        timer.shutdownNow();
    }

    private void work() {
        try {
            for (var turn = queue.take(); turn != null; turn = queue.take()) {
                var run = Run.BROKEN;
                try {
                    run = run(turn.job());
                } catch (IOException | RuntimeException e) {
                    LOG.error("A script could not be run", e);
                } finally {
                    queue.release(turn, run.took());
                    turn.job().end().accept(run.end());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Run run(Job job) throws IOException, InterruptedException {
        var process = processes.acquire();
        try {
            // The wait for a process is not the script's fault.
            var startedAt = System.nanoTime();
            var end = process.answer(job);
            var took = Duration.ofNanos(System.nanoTime() - startedAt);
            // A process that has to be replaced costs the others as much as a script that runs until its limit.
            return new Run(end, process.isUsable() ? took : took.plus(configuration.timeout()));
        } finally {
            processes.release(process);
        }
    }

    private void endOverdue() {
        queue.removeOlderThan(System.nanoTime() - configuration.maxWait().toNanos())
                .forEach(job ->
                        job.giveUp(StopReasons.waiting(configuration.maxWait()), queue.isHeldBy(job.organizationId())));
    }

    /** How a job ended, and how long others had to wait for it. */
    private record Run(JobEnd end, Duration took) {

        private static final Run BROKEN = new Run(new JobEnd.Broken(List.of()), Duration.ZERO);
    }
}
