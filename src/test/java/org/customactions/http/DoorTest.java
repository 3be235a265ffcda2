package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Connections of a server that answers when the test says so. */
class DoorTest {

    private static final int PLACES = 4;
    private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(30);
    private static final String REQUEST = "GET /%d HTTP/1.1\r\nHost: a\r\n\r\n";

    private final Door door = new Door(new DoorLimits(PLACES, HEAD_TIMEOUT), new UnsentBytes(1_000_000));

    private static final class Server extends ChannelInboundHandlerAdapter {

        private final List<String> requests = new ArrayList<>();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                requests.add(request.uri());
            }
        }
    }

    private EmbeddedChannel connect() {
        var connection = new EmbeddedChannel();
        connection.pipeline().addLast("httpDecoder", new HttpRequestDecoder()).addLast("handler", new Server());
        door.guard(connection);
        return connection;
    }

    private static List<String> requests(EmbeddedChannel connection) {
        return ((Server) connection.pipeline().get("handler")).requests;
    }

    private static void send(EmbeddedChannel connection, String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static void answer(EmbeddedChannel connection) {
        connection.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        settle(connection);
    }

    private static void settle(EmbeddedChannel connection) {
        connection.runPendingTasks();
        connection.releaseOutbound();
    }

    private static String requestsFrom(int first, int count) {
        var all = new StringBuilder();
        for (int i = first; i < first + count; i++) {
            all.append(REQUEST.formatted(i));
        }
        return all.toString();
    }

    @Test
    void shouldHandOnOneRequestAtATime() {
        var connection = connect();
        send(connection, requestsFrom(0, 3));
        assertThat(requests(connection)).containsExactly("/0");

        answer(connection);
        assertThat(requests(connection)).containsExactly("/0", "/1");
        answer(connection);
        answer(connection);

        assertThat(requests(connection)).containsExactly("/0", "/1", "/2");
    }

    @Test
    void shouldReadNoFurtherWhileManyWait() {
        var connection = connect();

        send(connection, requestsFrom(0, 100));

        assertThat(connection.config().isAutoRead()).isFalse();
        for (int i = 0; i < 100; i++) {
            answer(connection);
        }
        assertThat(requests(connection)).hasSize(100).endsWith("/99");
        assertThat(connection.config().isAutoRead()).isTrue();
    }

    /** Vert.x asks for more, for example when a body was read. */
    @Test
    void shouldReadNoFurtherIfTheServerWantsTo() {
        var connection = connect();
        send(connection, requestsFrom(0, 100));

        connection.config().setAutoRead(true);

        assertThat(connection.config().isAutoRead()).isFalse();
    }

    @Test
    void shouldGiveTheLongestIdlePlaceToANewcomer() {
        var first = connect();
        var second = connect();
        var third = connect();
        send(first, REQUEST.formatted(0));

        var newcomer = connect();
        settle(second);

        assertThat(second.isOpen()).isFalse();
        assertThat(List.of(first, third, newcomer)).allMatch(EmbeddedChannel::isOpen);
    }

    @Test
    void shouldGiveThePlaceOfAHalfSentRequestToANewcomer() {
        var half = connect();
        send(half, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n{");
        var others = List.of(connect(), connect(), connect());
        settle(half);

        assertThat(half.isOpen()).isFalse();
        assertThat(others).allMatch(EmbeddedChannel::isOpen);
    }

    @Test
    void shouldCloseAConnectionWhoseHeadTakesTooLong() {
        var connection = connect();
        send(connection, "GET / HTTP/1.1\r\nX: ");

        connection.advanceTimeBy(HEAD_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void shouldLeaveAConnectionOpenThatIsBeingServed() {
        var connection = connect();
        send(connection, REQUEST.formatted(0));

        connection.advanceTimeBy(HEAD_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        connection.runScheduledPendingTasks();

        assertThat(connection.isOpen()).isTrue();
    }
}
