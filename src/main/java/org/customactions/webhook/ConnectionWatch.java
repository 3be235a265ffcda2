package org.customactions.webhook;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpClientConnection;

/**
 * Sees the bytes of a connection below HTTP, which alone tells whether a request that failed may be sent again: whether
 * any of it left, whether any answer came, and whether the connection had served another request before.
 */
final class ConnectionWatch extends ChannelDuplexHandler {

    private static final AttributeKey<ConnectionWatch> KEY = AttributeKey.valueOf(ConnectionWatch.class, "watch");

    // Written on the connection's event loop, read on the caller's.
    private volatile ChannelHandlerContext context;
    private volatile int exchanges;
    private volatile boolean sent;
    private volatile boolean answered;

    /** To be called for each new connection, before its first request. */
    static void install(HttpConnection connection) {
        var channel = ((HttpClientConnection) connection).channel();
        var watch = new ConnectionWatch();
        // An attribute outlives the pipeline, which a connection loses when it is closed.
        channel.attr(KEY).set(watch);
        channel.pipeline().addBefore("codec", "watch", watch);
        channel.pipeline().addAfter("codec", "interim", new InterimResponses());
        // Each failure ends an exchange and is told there; by default it would also be logged, in the upstream's words.
        connection.exceptionHandler(error -> {});
    }

    static ConnectionWatch of(HttpConnection connection) {
        return ((HttpClientConnection) connection).channel().attr(KEY).get();
    }

    /** A connection carries one exchange at a time; this begins the next. */
    void begin() {
        exchanges++;
        sent = false;
        answered = false;
    }

    boolean isReused() {
        return exchanges > 1;
    }

    /** Whether a byte of the request may have reached the upstream. */
    boolean hasSent() {
        return sent;
    }

    /** Whether a byte came back. */
    boolean hasAnswer() {
        return answered;
    }

    /**
     * Closes the connection without sending what still waits to be sent. The HTTP client would send it first, which an
     * upstream that reads nothing could delay for ever.
     */
    void close() {
        // From here and not from the channel, whose close goes through the HTTP client.
        context.close();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (context.channel().isActive()) {
            sent = true;
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        answered = true;
        context.fireChannelRead(message);
    }
}
