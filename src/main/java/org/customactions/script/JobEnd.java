package org.customactions.script;

import java.util.List;
import java.util.Optional;
import org.customactions.script.process.ScriptReply;

/**
 * How a job ended. Exactly one of reply and stop reason is there, and neither when the process could not be used.
 *
 * @param reply what the process answered
 * @param stopReason the limit that it met outside of the process
 * @param logs what the script wrote to its console until then
 */
record JobEnd(Optional<ScriptReply> reply, Optional<String> stopReason, List<String> logs) {

    static JobEnd replied(ScriptReply reply, List<String> logs) {
        return new JobEnd(Optional.of(reply), Optional.empty(), logs);
    }

    static JobEnd stopped(String reason) {
        return stopped(reason, List.of());
    }

    static JobEnd stopped(String reason, List<String> logs) {
        return new JobEnd(Optional.empty(), Optional.of(reason), logs);
    }

    static JobEnd broken(List<String> logs) {
        return new JobEnd(Optional.empty(), Optional.empty(), logs);
    }
}
