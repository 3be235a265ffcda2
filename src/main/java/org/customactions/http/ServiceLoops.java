package org.customactions.http;

import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** The event loops of Vert.x, and one more that only {@link ManagementLoop} takes. */
final class ServiceLoops extends NioEventLoopGroup {

    private final EventLoop forManagement = super.next();
    private volatile Thread manager;

    ServiceLoops(int threads, ThreadFactory threadFactory) {
        super(threads + 1, threadFactory);
    }

    /** The loop that the others are not to hold up. */
    EventLoop forManagement() {
        return forManagement;
    }

    /** Runs work of this thread that asks for a loop, and gives it the one for the management. */
    <T> T forManagement(Supplier<T> work) {
        manager = Thread.currentThread();
        try {
            return work.get();
        } finally {
            manager = null;
        }
    }

    @Override
    public EventLoop next() {
        if (Thread.currentThread() == manager) {
            return forManagement;
        }
        var loop = super.next();
        return loop == forManagement ? super.next() : loop;
    }
}
