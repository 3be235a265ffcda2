package org.customactions.load;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Bystander;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that begin and never end, and connections that send nothing at all. */
@Full
class HalfSentRequestsIT {

    private static final Duration PHASE = Duration.ofSeconds(3);
    private static final int CONNECTIONS = 300;
    private static final int BODY = 1_000_000;
    private static final int SECONDS = 10;
    private static final int IDLE = 5_000;
    private static final int PIECE = 8_000;

    private static PackagedService service;
    private static Bystander bystander;

    @BeforeAll
    static void start() {
        service = Bystander.startService(Map.of());
        bystander = Bystander.of(service);
    }

    @AfterAll
    static void stop() {
        bystander.close();
        service.close();
    }

    /** By an agent with a token; without one, a request is refused before its body. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1048000", "Transfer-Encoding: chunked"})
    void shouldHarmNobodyIfBodiesAreHalfSent(String framing) throws Exception {
        var token = Tokens.manager(UUID.randomUUID()).sign();
        var head = ("PUT /api/contacts/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                        + "Content-Type: application/json\r\n%s\r\n\r\n%s{")
                .formatted(UUID.randomUUID(), token, framing, framing.startsWith("T") ? "FFE00\r\n" : "");
        try (var flood = new Flood(service)) {
            bystander.withstands("Half-sent bodies, " + framing, PHASE, () -> {
                var connections = flood.connect(CONNECTIONS);
                Flood.send(connections, head, 1);
                pour(connections);
                flood.close();
                return null;
            });
        }
    }

    private static void pour(List<SocketChannel> connections) throws InterruptedException {
        var spaces = " ".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
        var sent = new int[connections.size()];
        var end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        while (System.nanoTime() < end) {
            for (int i = 0; i < sent.length; i++) {
                if (sent[i] < BODY) {
                    sent[i] += Flood.write(connections.get(i), ByteBuffer.wrap(spaces));
                }
            }
            Thread.sleep(5);
        }
    }

    @Test
    void shouldHarmNobodyIfHeadsTrickle() throws Exception {
        try (var flood = new Flood(service)) {
            bystander.withstands("Trickling heads", PHASE, () -> {
                var connections = flood.connect(1_000);
                Flood.send(connections, "GET /api/custom-actions HTTP/1.1\r\nHost: localhost\r\nX-Half: ", 1);
                for (int second = 0; second < SECONDS; second++) {
                    Flood.send(connections, "x", 500);
                    Thread.sleep(1_000);
                }
                flood.close();
                return null;
            });
        }
    }

    /** More than may be open at once. */
    @Test
    void shouldLetOthersInIfThousandsOfConnectionsAreIdle() throws Exception {
        try (var flood = new Flood(service)) {
            bystander.withstands("%d idle connections".formatted(IDLE), PHASE, () -> {
                for (int i = 0; i < IDLE / 100; i++) {
                    flood.connect(100);
                }
                Thread.sleep(PHASE.toMillis());
                flood.close();
                return null;
            });
        }
    }
}
