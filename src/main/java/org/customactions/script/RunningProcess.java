package org.customactions.script;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.customactions.script.confinement.Confinement;
import org.customactions.script.process.Readiness;
import org.customactions.script.process.ScriptProcess;
import org.customactions.script.process.ScriptReply;
import org.customactions.script.process.ScriptReply.Kind;

/** A script process that has been started. It answers one request at a time, and is killed if it takes too long. */
final class RunningProcess {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    /** Time for the process to end a script by itself, so that it need not be killed; more would delay the answer. */
    private static final Duration GRACE = Duration.ofMillis(300);

    /** The process has the same limit; this one is for a process that no longer works as intended. */
    private static final int MAX_LOG_LINES = 100;

    private static final Duration DEATH = Duration.ofSeconds(5);

    /** Exit code of a process that the system has killed for its memory. */
    private static final int KILLED = 137;

    private final Process process;
    private final ScheduledExecutorService timer;
    private final Duration timeout;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private volatile String killedFor;
    private boolean usable;
    private Readiness readiness;

    private RunningProcess(Process process, ScheduledExecutorService timer, Duration timeout) {
        this.process = process;
        this.timer = timer;
        this.timeout = timeout;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Starts a process and waits until it is ready for requests.
     *
     * @param timeout wall time of a script
     */
    static RunningProcess start(List<String> command, Duration timeout, ScheduledExecutorService timer)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        reduce(builder.environment(), command);
        var started = new RunningProcess(builder.start(), timer, timeout);
        started.awaitReady();
        return started;
    }

    /**
     * Leaves nothing in the environment of a command, or what Java needs to read names of files with letters such as
     * {@code ü}, if the command has some.
     */
    static void reduce(Map<String, String> environment, List<String> command) {
        var isPlain = StandardCharsets.US_ASCII.newEncoder().canEncode(String.join("", command));
        environment.keySet().retainAll(isPlain ? Set.of() : Confinement.LOCALE);
    }

    /** Whether it can take a request; also false once something else has ended it. */
    boolean isUsable() {
        return usable && killedFor == null && process.isAlive();
    }

    /** What it told about itself when it was ready. */
    Readiness readiness() {
        return readiness;
    }

    /** Kills the process; its current job ends with the reason. */
    void kill(String reason) {
        killedFor = reason;
        process.destroyForcibly();
    }

    /** Sends the job to the process and waits for its answer or its end. */
    JobEnd answer(Job job) {
        var logs = new ArrayList<String>();
        var deadline = killAfter(timeout.plus(GRACE), StopReasons.time(timeout));
        try {
            var startedAt = System.nanoTime();
            job.request().write(requests);
            var reply = ScriptReply.read(replies);
            while (reply.kind() == Kind.LOG) {
                add(logs, reply.text());
                reply = ScriptReply.read(replies);
            }
            usable = !reply.isLast();
            return new JobEnd.Replied(reply, logs, Duration.ofNanos(System.nanoTime() - startedAt));
        } catch (IOException e) {
            usable = false;
            return endOfDead(logs);
        } finally {
            deadline.cancel(false);
            if (!usable) {
                process.destroyForcibly();
            }
        }
    }

    /** What the process itself says, which is told last, takes the place of the script's last line if need be. */
    private static void add(List<String> logs, String line) {
        if (logs.size() < MAX_LOG_LINES) {
            logs.add(line);
        } else if (line.startsWith("ignored: ")) {
            logs.set(MAX_LOG_LINES - 1, line);
        }
    }

    private void awaitReady() throws IOException {
        var deadline = killAfter(START_TIMEOUT, "its process did not start");
        try {
            var ready = ScriptReply.read(replies);
            usable = ready.kind() == Kind.READY;
            readiness = Readiness.of(ready);
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException("A script process ended with code %d before it was ready".formatted(exitCode()), e);
        } finally {
            deadline.cancel(false);
        }
    }

    private JobEnd endOfDead(List<String> logs) {
        var exitCode = exitCode();
        if (killedFor != null) {
            return new JobEnd.Stopped(killedFor, logs);
        }
        return exitCode == ScriptProcess.HEAP_FULL || exitCode == KILLED
                ? new JobEnd.Stopped(StopReasons.MEMORY, logs)
                : new JobEnd.Broken(logs);
    }

    private Future<?> killAfter(Duration delay, String reason) {
        return timer.schedule(() -> kill(reason), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private int exitCode() {
        try {
            if (!process.waitFor(DEATH.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return KILLED;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return KILLED;
        }
    }
}
