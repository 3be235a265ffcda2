package org.customactions.webhook;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpClientConnection;
import org.customactions.outbound.ConnectTime;

/**
 * Watches the bytes of a connection below HTTP. Only they tell whether a failed request may be sent again: whether any
 * of it was sent, whether any answer came, and whether the connection had served another request before.
 */
final class ConnectionWatch extends ChannelDuplexHandler {

    private static final AttributeKey<ConnectionWatch> KEY = AttributeKey.valueOf(ConnectionWatch.class, "watch");

    // Written on the connection's event loop, read on the caller's.
    private volatile ChannelHandlerContext context;
    private volatile int exchanges;
    private volatile boolean sent;
    private volatile boolean answered;
    private volatile boolean idle = true;
    private volatile boolean surplus;
    private volatile long tlsNanos;

    /** What the decoder is reading now, on the connection's event loop. */
    private ByteBuf reading;

    /** Must be called for each new connection, before its first request. */
    static void install(HttpConnection connection) {
        var channel = ((HttpClientConnection) connection).channel();
        var watch = new ConnectionWatch();
        var isSecure = channel.pipeline().get(SslHandler.class) != null;
        watch.tlsNanos = isSecure ? ConnectTime.sinceConnected(channel) : 0;
        // A closed connection loses its pipeline but keeps its attributes.
        channel.attr(KEY).set(watch);
        channel.pipeline().addBefore("codec", "watch", watch);
        channel.pipeline().addAfter("codec", "interim", new InterimResponses(watch::answerEnded));
        // A failure ends its exchange, which reports it. By default it would also be logged, in the upstream's words.
        connection.exceptionHandler(error -> {});
    }

    static ConnectionWatch of(HttpConnection connection) {
        return ((HttpClientConnection) connection).channel().attr(KEY).get();
    }

    /** Begins the next exchange; a connection carries one at a time. */
    void begin() {
        exchanges++;
        idle = false;
        surplus = false;
        sent = false;
        answered = false;
    }

    boolean isReused() {
        return exchanges > 1;
    }

    /** How long it took from the connection to the end of TLS's handshake; 0 without TLS, or if nobody knows. */
    long tlsNanos() {
        return tlsNanos;
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
     * Closes the connection without sending the rest of the request. The HTTP client would send it first, and an
     * upstream that reads nothing could delay that for ever.
     */
    void close() {
        // Not by the channel, because its close goes through the HTTP client.
        context.close();
    }

    /** Whether more came in one piece with the end of the answer, or may have. Nobody asked for it. */
    boolean hasSurplus() {
        return surplus;
    }

    /** The HTTP decoder has read the end of an answer. */
    private void answerEnded() {
        idle = true;
        // Released already if the decoder has put it together with what came before: then nobody knows what is left.
        surplus = reading == null || reading.refCnt() == 0 || reading.isReadable();
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
        if (idle || !sent) {
            // It would be taken for the beginning of the next answer, which may be another organization's.
            ReferenceCountUtil.release(message);
            context.close();
            return;
        }
        answered = true;
        reading = message instanceof ByteBuf bytes ? bytes : null;
        context.fireChannelRead(message);
        reading = null;
    }
}
