package org.customactions.template;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The processor time of the current thread; the time that passes if the virtual machine cannot tell. */
final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean IS_KNOWN =
            THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    private ProcessorTime() {}

    static long nanos() {
        return IS_KNOWN ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
