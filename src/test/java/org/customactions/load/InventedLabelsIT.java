package org.customactions.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.customactions.support.Bystander;
import org.customactions.support.Full;
import org.customactions.support.Metrics;
import org.customactions.support.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that come faster than they are answered, each with a method and a path of its own. */
@Full
class InventedLabelsIT {

    private static final Duration PHASE = Duration.ofSeconds(3);
    private static final Duration ATTACK = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 20;
    private static final int MOST_SERIES = 3_000;

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

    @Test
    void shouldHarmNobodyAndBoundTheSeries() throws Exception {
        try (var flood = new Flood(service)) {
            bystander.withstands("Invented methods and paths", PHASE, () -> {
                invent(flood);
                flood.close();
                return null;
            });
        }

        var metrics = new Metrics(URI.create(service.managementUrl()));
        assertThat(metrics.lines()).hasSizeLessThan(MOST_SERIES);
        assertThat(metrics.labels("http_server_requests_seconds_count", "uri"))
                .contains("/api/custom-actions", "/api/custom-actions/{id}/execute");
    }

    private static void invent(Flood flood) throws Exception {
        var connections = flood.connect(CONNECTIONS);
        var answers = ByteBuffer.allocate(1 << 16);
        var end = System.nanoTime() + ATTACK.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            var connection = connections.get(i % CONNECTIONS);
            var request = "Z%07d /api/custom-actions/zz%d HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(i, i);
            Flood.write(connection, ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            answers.clear();
            connection.read(answers);
            if (i % CONNECTIONS == 0) {
                // Faster than the service answers, and not so fast that the sender takes its processor.
                Thread.sleep(1);
            }
        }
    }
}
