package org.customactions.script;

import java.util.List;
import org.customactions.script.process.ScriptReply;

/** How a job ended. */
sealed interface JobEnd {

    /** The lines that the script had written to its console by then. */
    List<String> logs();

    /** The process answered. */
    record Replied(ScriptReply reply, List<String> logs) implements JobEnd {}

    /**
     * The job was ended from outside the process.
     *
     * @param reason the limit that it hit, one of {@link StopReasons}
     */
    record Stopped(String reason, List<String> logs) implements JobEnd {}

    /** The process could not be used. */
    record Broken(List<String> logs) implements JobEnd {}
}
