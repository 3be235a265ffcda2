package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;

class OutflowTest {

    private static final int LIMIT = 1_000_000;

    private final UnsentBytes all = new UnsentBytes(LIMIT);
    private final EmbeddedChannel connection = new EmbeddedChannel(new Outflow(all));

    @Test
    void shouldSendAllBytesInTheirOrder() {
        var sent = new byte[300_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31);
        }

        connection.write(Unpooled.wrappedBuffer(sent, 0, 10));
        connection.writeOutbound(Unpooled.wrappedBuffer(sent, 10, sent.length - 10));

        var received = Unpooled.buffer();
        for (ByteBuf piece = connection.readOutbound(); piece != null; piece = connection.readOutbound()) {
            received.writeBytes(piece);
            piece.release();
        }
        assertThat(received.array()).startsWith(sent);
        assertThat(received.readableBytes()).isEqualTo(sent.length);
    }

    @Test
    void shouldTellOfAnAnswerOnceItIsSent() {
        var promise = connection.newPromise();

        connection.writeAndFlush(Unpooled.buffer().writeZero(100_000), promise);

        assertThat(promise.isSuccess()).isTrue();
        assertThat(connection.isWritable()).isTrue();
        connection.releaseOutbound();
    }

    @Test
    void shouldFailAndReleaseWhatWasNotSent() {
        var unsent = Unpooled.buffer().writeZero(10);
        var promise = connection.newPromise();
        connection.write(unsent, promise);

        connection.close();

        assertThat(promise.cause()).isNotNull();
        assertThat(ReferenceCountUtil.refCnt(unsent)).isZero();
        assertThat(connection.isOpen()).isFalse();
    }
}
