package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose share of the memory a body that is not complete takes. */
class PacingTest {

    private static final int SHARE = 100;

    private final BodyBytes bodies = new BodyBytes(10 * SHARE, SHARE);
    private final Door door = new Door(new DoorLimits(64, Duration.ofMinutes(1)), null);

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "Cookie"})
    void shouldGiveEachCallerAShare(String header) {
        var one = sending(header, "one", SHARE - 10);
        var other = sending(header, "other", SHARE - 10);

        var oneAgain = sending(header, "one", 20);

        assertThat(isOpen(one)).isFalse();
        assertThat(isOpen(other)).isTrue();
        assertThat(isOpen(oneAgain)).isTrue();
    }

    @Test
    void shouldGiveStrangersOneShareTogether() {
        var one = sending("Accept", "one", SHARE - 10);

        sending("Accept", "other", 20);

        assertThat(isOpen(one)).isFalse();
    }

    private static boolean isOpen(EmbeddedChannel connection) {
        connection.runPendingTasks();
        return connection.isOpen();
    }

    private EmbeddedChannel sending(String header, String value, int bytes) {
        var connection = new EmbeddedChannel(new Pacing(door, bodies, new HttpRequestDecoder(), Duration.ofMinutes(1)));
        var request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        request.headers().set(header, value);
        connection.writeInbound(request, new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
        return connection;
    }
}
