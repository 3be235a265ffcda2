package org.customactions.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.customactions.support.Bystander;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;

/** Clients that read a byte a second of a long answer. */
@Full
class SlowReadersIT {

    private static final Duration PHASE = Duration.ofSeconds(3);
    private static final int CONNECTIONS = 50;
    private static final int SECONDS = 65;

    @Test
    void shouldCloseThemAndHarmNobody() throws Exception {
        try (var service = Bystander.startService(Map.of());
                var bystander = Bystander.of(service);
                var flood = new Flood(service)) {
            var page = RestAssured.get(service.url() + "/console/").asString();
            var script = Pattern.compile("src=\"\\.\\.(/assets/[^\"]+)\"").matcher(page);
            assertThat(script.find()).isTrue();
            var request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(script.group(1));

            bystander.withstands("A byte a second on %d connections".formatted(CONNECTIONS), PHASE, () -> {
                var connections = flood.connect(CONNECTIONS);
                Flood.send(connections, request, 3);
                assertThat(flood.open()).isEqualTo(CONNECTIONS);
                for (int second = 0; second < SECONDS; second++) {
                    Thread.sleep(1_000);
                    Flood.sip(connections);
                }
                assertThat(flood.open()).isZero();
                return null;
            });
        }
    }
}
