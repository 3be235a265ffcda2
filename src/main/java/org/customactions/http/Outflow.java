package org.customactions.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.customactions.startup.OutOfMemory;
import org.jboss.logging.Logger;

/**
 * Sends the bytes of one connection in pieces, since whatever is handed to the socket is copied outside the heap, and
 * closes the connection if its client takes them too slowly.
 */
final class Outflow extends ChannelDuplexHandler {

    private static final Logger LOG = Logger.getLogger(Outflow.class);

    private static final int PIECE = 32 * 1024;

    /** Most that is handed to the socket and not sent. */
    private static final int AHEAD = 2 * PIECE;

    /** A client must take this much of its answers in this time, or all of them. */
    private static final int LEAST_TAKEN = 30 * 1024;

    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(30);
    private static final Duration CHECK = Duration.ofSeconds(1);
    private static final int WRITABILITY = 1;

    private record Waiting(Object message, ChannelPromise promise) {}

    private final UnsentBytes all;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private ChannelHandlerContext context;
    private int ahead;
    private Future<?> check;
    private long takenBefore;

    /** Guarded by this object, as another connection's thread may give this one up. */
    private long held;

    private boolean isGivenUp;
    private volatile long taken;
    private volatile long since = System.nanoTime();

    Outflow(UnsentBytes all) {
        this.all = all;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        if (!writing.channel().isActive()) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        queue.add(new Waiting(message, promise));
        hold(size(message));
    }

    @Override
    public void flush(ChannelHandlerContext flushing) {
        send();
        if (check == null && !isEmpty()) {
            since = System.nanoTime();
            takenBefore = taken;
            all.isSlow(this);
            checkLater();
        }
    }

    private void send() {
        while (!queue.isEmpty() && ahead < AHEAD) {
            var next = queue.peek();
            if (next.message() instanceof ByteBuf bytes && bytes.readableBytes() > PIECE) {
                send(bytes.readRetainedSlice(PIECE), context.newPromise());
            } else {
                queue.remove();
                send(next.message(), next.promise().unvoid());
            }
        }
        context.flush();
        tellWritability();
    }

    private void send(Object message, ChannelPromise promise) {
        var size = size(message);
        ahead += size;
        context.write(message, promise).addListener(done -> {
            OutOfMemory.endIfCauseOf(done.cause());
            sent(size, done.isSuccess());
        });
    }

    private void sent(int size, boolean isSuccess) {
        ahead -= size;
        if (isSuccess) {
            taken += size;
        }
        hold(-size);
        if (isSuccess && !queue.isEmpty()) {
            send();
        }
    }

    /** So that whoever writes an answer piece by piece waits. */
    private void tellWritability() {
        var buffer = context.channel().unsafe().outboundBuffer();
        if (buffer != null) {
            buffer.setUserDefinedWritability(WRITABILITY, queue.isEmpty());
        }
    }

    private void checkLater() {
        check = context.executor().schedule(this::check, CHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void check() {
        check = null;
        if (isEmpty()) {
            all.isDone(this);
            return;
        }
        if (System.nanoTime() - since > TAKEN_WITHIN.toNanos()) {
            var now = takenByNow();
            if (now - takenBefore < LEAST_TAKEN) {
                LOG.debug("A client takes its answer too slowly");
                context.close();
                return;
            }
            takenBefore = now;
            since = System.nanoTime();
        }
        checkLater();
    }

    /** With what the socket has sent of the present piece. */
    private long takenByNow() {
        var buffer = context.channel().unsafe().outboundBuffer();
        return taken + (buffer == null ? 0 : buffer.currentProgress());
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        if (check != null) {
            check.cancel(false);
        }
        all.isDone(this);
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            hold(-size(next.message()));
            ReferenceCountUtil.release(next.message());
            next.promise().tryFailure(new ClosedChannelException());
        }
        closed.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        OutOfMemory.endIfCauseOf(cause);
        failed.fireExceptionCaught(cause);
    }

    private void hold(long bytes) {
        synchronized (this) {
            if (isGivenUp) {
                return;
            }
            held += bytes;
        }
        all.add(bytes);
    }

    private synchronized boolean isEmpty() {
        return held == 0;
    }

    /** Since the client did not take an answer at once. */
    double bytesPerSecond() {
        return (taken - takenBefore) / (double) Math.max(1, System.nanoTime() - since);
    }

    /** Closes the connection and answers how many bytes it held, which count no more. */
    synchronized long giveUp() {
        isGivenUp = true;
        context.executor().execute(() -> {
            LOG.debug("Unread answers take too much memory, and this client is the slowest");
            context.close();
        });
        return held;
    }

    private static int size(Object message) {
        return message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
    }
}
