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

    /**
     * Whether actions of the type {@code javascript} may be saved and executed. If not, no script process is started.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * Whether script processes give up what scripts have no use for: files but those of Java, sockets, signals and
     * other processes. It takes Linux with seccomp and Landlock (5.13), and Java 22 or the native executable.
     */
    @WithDefault("available")
    @WithConverter(ConfinedConverter.class)
    Confined confined();

    /** What a process does that cannot be confined. */
    enum Confined {
        /** It runs scripts all the same; a warning says what is missing. */
        AVAILABLE,
        /** It is not used, so scripts fail; an error says what is missing. */
        REQUIRED,
        /** No process is confined. */
        OFF
    }

    /** Wall time of one run, from its first statement to its result as JSON; waiting for a process does not count. */
    @WithDefault("1S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration timeout();

    /**
     * Memory that one run may hold at once, without the engine's own. A script process has a heap of 64 MiB plus this.
     */
    @WithDefault("64M")
    @WithConverter(AtLeastOne.OfSize.class)
    MemorySize maxMemory();

    /** Statements that one run may execute. Stops a busy script before the timeout does if you raise the timeout. */
    @WithDefault("100000000000")
    @WithConverter(AtLeastOne.OfLong.class)
    long maxSteps();

    /**
     * Processes that run scripts at the same time, at least 2; each runs one script at a time. One organization never
     * takes the last one, so another organization's script starts at once. Default: the number of processors, at least
     * 2.
     */
    @WithConverter(AtLeastOne.OfOptionalInt.class)
    OptionalInt processes();

    /**
     * Whether two idle processes are kept ready, within the limit on processes. Otherwise a process is started when a
     * script needs it, which takes a second or two in Java, but saves memory if scripts run seldom.
     */
    @WithDefault("true")
    boolean startAhead();

    /** Scripts of one organization that may wait for a process; any more are refused. */
    @WithDefault("64")
    @WithConverter(AtLeastOne.OfInt.class)
    int maxWaitingPerOrganization();

    /** Scripts of all organizations together that may wait for a process; any more are refused. */
    @WithDefault("1024")
    @WithConverter(AtLeastOne.OfInt.class)
    int maxWaiting();

    /** How long a script may wait for a process before it is given up. */
    @WithDefault("20S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration maxWait();
}
