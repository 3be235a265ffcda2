package org.customactions.script;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.customactions.script.ScriptConfiguration.Confined;
import org.customactions.script.confinement.Confinement;
import org.customactions.script.process.ProcessLimits;
import org.customactions.script.process.Readiness;
import org.jboss.logging.Logger;

/**
 * Holds the script processes. Two more than the busy ones are kept ready, up to a maximum, so that a script seldom
 * waits for a start.
 */
final class ScriptProcesses {

    /** One may be taken and one may need to be killed before the next has started. */
    private static final int SPARE = 2;

    private static final Logger LOG = Logger.getLogger(ScriptProcesses.class);

    private final List<String> command;
    private final Duration timeout;
    private final int max;
    private final int spare;
    private final ScheduledExecutorService timer;
    private final Deque<RunningProcess> idle = new ArrayDeque<>();
    private final Set<RunningProcess> working = new HashSet<>();
    private int starting;
    private boolean closed;
    private final Confined confined;
    private Readiness first;
    private long lost;

    ScriptProcesses(
            ProcessLimits limits, int max, boolean startAhead, Confined confined, ScheduledExecutorService timer) {
        this.command = ScriptCommand.of(limits, confined != Confined.OFF);
        this.confined = confined;
        this.timeout = limits.timeout();
        this.max = max;
        this.spare = startAhead ? SPARE : 0;
        this.timer = timer;
    }

    /** A process for the caller alone, to be given back with {@link #release}. Waits for one to start if necessary. */
    RunningProcess acquire() throws IOException, InterruptedException {
        synchronized (this) {
            forgetDead();
            while (idle.isEmpty() && starting > 0 && !closed) {
                wait();
                forgetDead();
            }
            if (!idle.isEmpty()) {
                return work(idle.pop());
            }
            if (closed) {
                throw new IOException("No script process is started any more");
            }
            starting++;
        }
        RunningProcess started = null;
        try {
            started = startNow();
            return started;
        } finally {
            synchronized (this) {
                starting--;
                if (started != null) {
                    work(started);
                }
                notifyAll();
            }
        }
    }

    synchronized void release(RunningProcess process) {
        working.remove(process);
        if (process.isUsable() && !closed) {
            idle.push(process);
            notifyAll();
        } else {
            lost++;
            process.kill(StopReasons.SHUTDOWN);
            prepare();
        }
    }

    /** Kills every process and stops its script. */
    synchronized void close() {
        closed = true;
        idle.forEach(process -> process.kill(StopReasons.SHUTDOWN));
        working.forEach(process -> process.kill(StopReasons.SHUTDOWN));
        notifyAll();
    }

    /** Number of processes that run a script. */
    synchronized int working() {
        return working.size();
    }

    /** Number of processes that wait for a script. */
    synchronized int idle() {
        return idle.size();
    }

    /** Number of processes that could not be used again after a script. */
    synchronized long lost() {
        return lost;
    }

    /** The engine's name for the runtime that executes scripts; empty until the first process has started. */
    synchronized Optional<String> runtime() {
        return Optional.ofNullable(first).map(Readiness::runtime);
    }

    private RunningProcess startNow() throws IOException {
        var started = RunningProcess.start(command, timeout, timer);
        var told = started.readiness();
        if (confined == Confined.REQUIRED && !told.confinement().equals(Confinement.WHOLE)) {
            started.kill(StopReasons.SHUTDOWN);
            throw new IOException("A script process is confined by %s, but custom-actions.script.confined requires %s"
                    .formatted(told.confinement(), Confinement.WHOLE));
        }
        synchronized (this) {
            if (first == null) {
                first = told;
                LOG.infof("Scripts are executed by the engine's runtime \"%s\"", told.runtime());
                logConfinement(told.confinement());
            }
        }
        return started;
    }

    private void logConfinement(String confinement) {
        if (confined == Confined.OFF || confinement.equals(Confinement.WHOLE)) {
            LOG.infof("Script processes are confined by %s", confinement);
        } else {
            LOG.warnf(
                    "Script processes are confined by %s: %s take Java 22 or the native executable, and a Linux that has both",
                    confinement, Confinement.WHOLE);
        }
    }

    private RunningProcess work(RunningProcess process) {
        working.add(process);
        if (closed) {
            process.kill(StopReasons.SHUTDOWN);
        } else {
            prepare();
        }
        return process;
    }

    /** Forgets processes that something else has ended, such as the system when it is short of memory. */
    private void forgetDead() {
        idle.removeIf(process -> !process.isUsable());
    }

    /** Starts a process in the background unless enough are ready, so that the next script need not wait. */
    synchronized void prepare() {
        forgetDead();
        // One after the other: two that start at the same time are both late.
        if (closed || starting > 0 || idle.size() >= spare || idle.size() + working.size() >= max) {
            return;
        }
        starting++;
        var thread = new Thread(this::start, "script-process-start");
        thread.setDaemon(true);
        thread.start();
    }

    private void start() {
        RunningProcess started = null;
        try {
            started = startNow();
        } catch (IOException | RuntimeException e) {
            LOG.error("A script process could not be started; javascript actions will fail", e);
        }
        synchronized (this) {
            starting--;
            if (started != null && closed) {
                started.kill(StopReasons.SHUTDOWN);
            } else if (started != null) {
                idle.push(started);
                prepare();
            }
            notifyAll();
        }
    }
}
