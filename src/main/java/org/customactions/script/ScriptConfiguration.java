package org.customactions.script;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Limits of the JavaScript sandbox. */
@ConfigMapping(prefix = "custom-actions.script")
public interface ScriptConfiguration {

    /** Wall time of one run, from its first statement to its result as JSON; waiting for a thread does not count. */
    @WithDefault("1S")
    Duration timeout();

    /**
     * Memory that one run may allocate, what it throws away again included. The largest string, array that a builtin
     * works on, and typed array have a sixty-fourth part of it in UTF-16 units or elements.
     */
    @WithDefault("64M")
    MemorySize maxMemory();

    /** Statements that one run may execute; meets a busy script before the clock does where the timeout is raised. */
    @WithDefault("1000000000")
    long maxSteps();

    /**
     * Threads that run scripts, at least 2. One organization never takes the last of them, so another's script starts
     * at once. Default: the number of processors, at least 2.
     */
    OptionalInt threads();

    /** Scripts of one organization that may wait for a thread; one more is refused. */
    @WithDefault("64")
    int maxWaitingPerOrganization();

    /** Scripts of all organizations together that may wait for a thread; one more is refused. */
    @WithDefault("1024")
    int maxWaiting();

    /** How long a script may wait for a thread before it is given up. */
    @WithDefault("20S")
    Duration maxWait();
}
