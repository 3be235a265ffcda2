package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {

    private final ConnectionWatch watch = new ConnectionWatch();
    private final EmbeddedChannel channel = new EmbeddedChannel(watch);

    @Test
    void shouldKnowThatNothingWasSentOnAClosedConnection() {
        watch.begin();
        channel.close();

        channel.write(Unpooled.wrappedBuffer(new byte[] {1}));

        assertThat(watch.hasSent()).isFalse();
    }

    @Test
    void shouldCloseAConnectionOnWhichBytesComeBeforeAnythingWasSent() {
        watch.begin();

        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {1}));

        assertThat(channel.isOpen()).isFalse();
        assertThat(watch.hasAnswer()).isFalse();
        assertThat(channel.<Object>readInbound()).isNull();
    }

    @Test
    void shouldTellRequestsAndAnswersOfEachExchange() {
        watch.begin();
        channel.writeOutbound(Unpooled.wrappedBuffer(new byte[] {1}));
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {2}));
        assertThat(watch.hasSent()).isTrue();
        assertThat(watch.hasAnswer()).isTrue();
        assertThat(watch.isReused()).isFalse();

        watch.begin();

        assertThat(watch.hasSent()).isFalse();
        assertThat(watch.hasAnswer()).isFalse();
        assertThat(watch.isReused()).isTrue();
    }
}
