package org.customactions.script;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;
import org.customactions.startup.AtLeastOne;

/** Limits of the JavaScript sandbox. */
@ConfigMapping(prefix = "custom-actions.script")
public interface ScriptConfiguration {

    /** Wall time of one run, from its first statement to its result as JSON; waiting for a process does not count. */
    @WithDefault("1S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration timeout();

    /**
     * Memory that one run may hold at once, the engine's own not counted. A process that runs scripts has a heap of 64
     * MiB and this.
     */
    @WithDefault("64M")
    @WithConverter(AtLeastOne.OfSize.class)
    MemorySize maxMemory();

    /** Statements that one run may execute; meets a busy script before the clock does where the timeout is raised. */
    @WithDefault("100000000000")
    @WithConverter(AtLeastOne.OfLong.class)
    long maxSteps();

    /**
     * Processes that run scripts at the same time, at least 2, each one script at a time. One organization never takes
     * the last of them, so another's script starts at once. Default: the number of processors, at least 2.
     */
    @WithConverter(AtLeastOne.OfOptionalInt.class)
    OptionalInt processes();

    /**
     * Whether two processes are kept ready beyond those at work, as far as there may be so many. Otherwise one is
     * started when a script needs it, which takes a second or two in Java; it keeps a service small that seldom runs
     * scripts.
     */
    @WithDefault("true")
    boolean startAhead();

    /** Scripts of one organization that may wait for a process; one more is refused. */
    @WithDefault("64")
    @WithConverter(AtLeastOne.OfInt.class)
    int maxWaitingPerOrganization();

    /** Scripts of all organizations together that may wait for a process; one more is refused. */
    @WithDefault("1024")
    @WithConverter(AtLeastOne.OfInt.class)
    int maxWaiting();

    /** How long a script may wait for a process before it is given up. */
    @WithDefault("20S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration maxWait();
}
