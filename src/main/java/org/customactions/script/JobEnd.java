package org.customactions.script;

import java.time.Duration;
import java.util.List;
import org.customactions.script.process.ScriptReply;

/** How a job ended. */
sealed interface JobEnd {

    /** The lines that the script had written to its console by then. */
    List<String> logs();

    /** How long the process worked on it; zero if that says nothing about the job. */
    default Duration took() {
        return Duration.ZERO;
    }

    /** The process answered. */
    record Replied(ScriptReply reply, List<String> logs, Duration took) implements JobEnd {}

    /**
     * The job was ended from outside the process.
     *
     * @param reason the limit that it hit, one of {@link StopReasons}
     */
    record Stopped(String reason, List<String> logs) implements JobEnd {}

    /**
     * No process took the job.
     *
     * @param reason one of {@link StopReasons}
     * @param ofOwn whether jobs of the same organization were in its way
     */
    record NotRun(String reason, boolean ofOwn) implements JobEnd {

        @Override
        public List<String> logs() {
            return List.of();
        }
    }

    /** The process could not be used. */
    record Broken(List<String> logs) implements JobEnd {}
}
