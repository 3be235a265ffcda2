package org.customactions.script;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.OptionalInt;

record TestConfiguration(
        boolean enabled,
        Confined confined,
        Duration timeout,
        MemorySize maxMemory,
        long maxSteps,
        OptionalInt processes,
        boolean startAhead,
        int maxWaitingPerOrganization,
        int maxWaiting,
        Duration maxWait)
        implements ScriptConfiguration {

    static final long MEBIBYTE = 1 << 20;

    /** Two processes whatever the machine has, and the defaults otherwise. */
    static TestConfiguration of(Duration timeout) {
        return new TestConfiguration(
                true,
                Confined.AVAILABLE,
                timeout,
                new MemorySize(BigInteger.valueOf(64 * MEBIBYTE)),
                100_000_000_000L,
                OptionalInt.of(2),
                true,
                64,
                1024,
                Duration.ofSeconds(60));
    }

    TestConfiguration withoutStartAhead() {
        return new TestConfiguration(
                enabled,
                confined,
                timeout,
                maxMemory,
                maxSteps,
                processes,
                false,
                maxWaitingPerOrganization,
                maxWaiting,
                maxWait);
    }

    TestConfiguration withMaxSteps(long steps) {
        return new TestConfiguration(
                enabled,
                confined,
                timeout,
                maxMemory,
                steps,
                processes,
                startAhead,
                maxWaitingPerOrganization,
                maxWaiting,
                maxWait);
    }

    TestConfiguration withWaiting(int perOrganization, Duration longest) {
        return new TestConfiguration(
                enabled,
                confined,
                timeout,
                maxMemory,
                maxSteps,
                processes,
                startAhead,
                perOrganization,
                maxWaiting,
                longest);
    }
}
