package org.customactions.script.process;

import java.time.Duration;
import java.util.List;

/**
 * The limits that a script process sets its scripts. It gets them when it starts.
 *
 * @param timeout wall time of one run
 * @param maxSteps statements of one run
 * @param maxMemory bytes that one run may hold
 */
public record ProcessLimits(Duration timeout, long maxSteps, long maxMemory) {

    /** The limits as arguments of the process. */
    public List<String> toArguments() {
        return List.of(Long.toString(timeout.toMillis()), Long.toString(maxSteps), Long.toString(maxMemory));
    }

    static ProcessLimits ofArguments(List<String> arguments) {
        return new ProcessLimits(
                Duration.ofMillis(Long.parseLong(arguments.get(0))),
                Long.parseLong(arguments.get(1)),
                Long.parseLong(arguments.get(2)));
    }
}
