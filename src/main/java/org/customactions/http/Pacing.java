package org.customactions.http;

import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Hands the requests of one connection on one by one, each when the answer to the one before has left. Vert.x would
 * take the next as soon as the answer is written, however much of it waits to be sent. Some requests are held; with
 * more, the connection is not read any further.
 */
final class Pacing extends ChannelDuplexHandler {

    /** Most requests of a connection that are under way, the one that is answered included. */
    private static final int MOST_REQUESTS = 32;

    private static final int MOST_BYTES = 16 * 1024;

    private static final String ANONYMOUS = "";

    private final Door door;
    private final BodyBytes bodies;
    private final HttpRequestDecoder decoder;
    private final Duration headTimeout;
    private final Queue<Object> held = new ArrayDeque<>();
    private ChannelHandlerContext context;
    private int heldRequests;
    private int heldBytes;
    private boolean isAnswering;
    private boolean isAnswerWritten;
    private boolean isReceiving;
    private boolean isStopped;
    private boolean isUnread;
    private boolean isReadingWanted;
    private Future<?> headDeadline;

    /** Who sends the body that is not complete; null if there is none. */
    private String sender;

    Pacing(Door door, BodyBytes bodies, HttpRequestDecoder decoder, Duration headTimeout) {
        this.door = door;
        this.bodies = bodies;
        this.decoder = decoder;
        this.headTimeout = headTimeout;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        door.enters(this);
        expectHead();
    }

    @Override
    public void channelInactive(ChannelHandlerContext closed) {
        door.leaves(this);
        forgetHead();
        forgetBody();
        if (!held.isEmpty()) {
            door.queuesNoMore();
            held.forEach(ReferenceCountUtil::release);
            held.clear();
        }
        closed.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        if (!held.isEmpty() || (isAnswering && message instanceof HttpRequest)) {
            hold(message);
        } else {
            handOn(message);
        }
    }

    /** If bytes have come and no request of them, a head has begun. */
    @Override
    public void channelReadComplete(ChannelHandlerContext reading) {
        if (!isAnswering && !isReceiving && held.isEmpty()) {
            expectHead();
        }
        reading.fireChannelReadComplete();
    }

    private void hold(Object message) {
        if (held.isEmpty()) {
            door.queues();
        }
        held.add(message);
        heldRequests += message instanceof HttpRequest ? 1 : 0;
        heldBytes += size(message);
        if (!isStopped && (heldRequests >= MOST_REQUESTS - 1 || heldBytes > MOST_BYTES)) {
            isStopped = true;
            // What it has read already stays bytes.
            decoder.setSingleDecode(true);
            if (!isUnread) {
                isUnread = true;
                isReadingWanted = context.channel().config().isAutoRead();
                context.channel().config().setAutoRead(false);
            }
        }
    }

    private void handOn(Object message) {
        if (message instanceof HttpRequest request) {
            // Callers without a token of their own would share what strangers get.
            sender = request.headers()
                    .get(HttpHeaderNames.AUTHORIZATION, request.headers().get(HttpHeaderNames.COOKIE, ANONYMOUS));
            isAnswering = true;
            isAnswerWritten = false;
            isReceiving = true;
            forgetHead();
        }
        if (message instanceof LastHttpContent) {
            isReceiving = false;
            forgetBody();
            if (!isAnswerWritten) {
                door.serves(this);
            }
        }
        if (sender != null && message instanceof HttpContent) {
            bodies.add(this, sender, size(message)).ifPresent(Pacing::close);
        }
        context.fireChannelRead(message);
    }

    private void forgetBody() {
        if (sender != null) {
            bodies.forget(this, sender);
            sender = null;
        }
    }

    @Override
    public void write(ChannelHandlerContext writing, Object message, ChannelPromise promise) {
        if (!endsAnswer(message)) {
            writing.write(message, promise);
            return;
        }
        isAnswerWritten = true;
        forgetBody();
        door.waitsFor(this);
        writing.write(message, promise.unvoid()).addListener(sent -> {
            isAnswering = false;
            if (sent.isSuccess() && !held.isEmpty()) {
                context.executor().schedule(this::handOnNext, door.turn(), TimeUnit.MILLISECONDS);
            }
        });
    }

    private void handOnNext() {
        if (isAnswering || held.isEmpty()) {
            return;
        }
        do {
            var message = held.remove();
            heldRequests -= message instanceof HttpRequest ? 1 : 0;
            heldBytes -= size(message);
            handOn(message);
        } while (!held.isEmpty() && !(held.peek() instanceof HttpRequest));
        if (held.isEmpty()) {
            door.queuesNoMore();
        }
        context.fireChannelReadComplete();
        if (isStopped && held.isEmpty()) {
            readOn();
        }
    }

    private void readOn() {
        isStopped = false;
        decoder.setSingleDecode(false);
        // Makes the decoder go on with the bytes that it has.
        context.pipeline().context(Outflow.class).fireChannelRead(Unpooled.EMPTY_BUFFER);
        context.fireChannelReadComplete();
        if (!isStopped) {
            isUnread = false;
            if (isReadingWanted) {
                context.channel().config().setAutoRead(true);
            }
        }
    }

    /** Vert.x wants to read on, for reasons of its own. */
    @Override
    public void read(ChannelHandlerContext reading) {
        if (isUnread) {
            isReadingWanted = true;
            reading.channel().config().setAutoRead(false);
        } else {
            reading.read();
        }
    }

    /** Closes the connection; any thread may call it. */
    void close() {
        context.executor().execute(() -> context.close());
    }

    private void expectHead() {
        if (headDeadline == null) {
            headDeadline =
                    context.executor().schedule(() -> context.close(), headTimeout.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void forgetHead() {
        if (headDeadline != null) {
            headDeadline.cancel(false);
            headDeadline = null;
        }
    }

    private static boolean endsAnswer(Object message) {
        return message instanceof LastHttpContent
                && !(message instanceof HttpResponse response
                        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL);
    }

    private static int size(Object message) {
        if (message instanceof HttpRequest request) {
            return request.headers().entries().stream()
                            .mapToInt(header ->
                                    header.getKey().length() + header.getValue().length())
                            .sum()
                    + request.uri().length();
        }
        return message instanceof ByteBufHolder content ? content.content().readableBytes() : 0;
    }
}
