package org.customactions.webhook;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Drops interim responses (RFC 9110 section 15.2), however many come before the final one. The HTTP client knows 100
 * and 103 only and would take a 102 for the answer. A 101 passes and fails the call, because nobody asked for it.
 */
final class InterimResponses extends ChannelInboundHandlerAdapter {

    private final Runnable answerEnded;
    private boolean dropping;

    /** @param answerEnded called at the end of a final response, before it is passed on */
    InterimResponses(Runnable answerEnded) {
        this.answerEnded = answerEnded;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse response) {
            dropping = response.decoderResult().isSuccess()
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                    && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
        }
        if (!dropping) {
            if (message instanceof LastHttpContent) {
                answerEnded.run();
            }
            context.fireChannelRead(message);
            return;
        }
        // An interim response has no content, only the marker of its end.
        dropping = !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
    }
}
