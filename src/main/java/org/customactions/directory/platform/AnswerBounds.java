package org.customactions.directory.platform;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.impl.HttpClientConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what a connection to the platform takes in for one request, and for how long. The REST client reads an answer
 * to its end, however long that is, also if nobody waits for it any more.
 */
final class AnswerBounds extends ChannelInboundHandlerAdapter {

    private static final String NAME = "answer-bounds";
    private static final String CODEC = "codec";

    private final long most;
    private final Duration longest;
    private long bytes;
    private Future<?> deadline;

    private AnswerBounds(long most, Duration longest) {
        this.most = most;
        this.longest = longest;
    }

    /**
     * Bounds the answer to this request. To be called before it is sent.
     *
     * @param most bytes of the body
     * @param longest time until its end
     */
    static void bound(HttpClientRequest request, long most, Duration longest) {
        var connection = request.connection();
        var pipeline = ((HttpClientConnection) connection).channel().pipeline();
        if (pipeline.get(CODEC) == null) {
            // Closed meanwhile, so the request fails by itself.
            return;
        }
        var bounds = (AnswerBounds) pipeline.get(NAME);
        if (bounds == null) {
            bounds = new AnswerBounds(most, longest);
            pipeline.addAfter(CODEC, NAME, bounds);
            // A failure ends its call, which reports it. By default it would also be logged.
            connection.exceptionHandler(failure -> {});
        }
        var begun = bounds;
        var context = pipeline.context(NAME);
        // A pooled connection may have another event loop than the request; it is sent there after this.
        if (context.executor().inEventLoop()) {
            begun.begin(context);
        } else {
            context.executor().execute(() -> begun.begin(context));
        }
    }

    private void begin(ChannelHandlerContext context) {
        end();
        bytes = 0;
        deadline = context.executor().schedule(() -> context.close(), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (bytes > most) {
            // What came in one piece with it, before the connection is closed.
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpContent content) {
            bytes += content.content().readableBytes();
            if (bytes > most) {
                ReferenceCountUtil.release(message);
                context.fireExceptionCaught(new TooLarge());
                context.close();
                return;
            }
        }
        if (message instanceof LastHttpContent) {
            end();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    /** The answer had more bytes than any may have. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TooLarge() {
            super("the answer is too large", null, false, false);
        }
    }
}
