package org.customactions.script;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes that a thread has allocated since it started, live or not. */
final class AllocationMeter {

    private final ThreadMXBean threads;

    AllocationMeter() {
        this.threads = ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean && measures(bean) ? bean : null;
    }

    /** Whether this virtual machine can tell. */
    boolean available() {
        return threads != null;
    }

    /** Always 0 where the virtual machine cannot tell. */
    long allocatedBy(Thread thread) {
        return threads == null ? 0 : Math.max(0, threads.getThreadAllocatedBytes(thread.getId()));
    }

    private static boolean measures(ThreadMXBean bean) {
        try {
            if (!bean.isThreadAllocatedMemorySupported()) {
                return false;
            }
            bean.setThreadAllocatedMemoryEnabled(true);
            return bean.getThreadAllocatedBytes(Thread.currentThread().getId()) > 0;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }
}
