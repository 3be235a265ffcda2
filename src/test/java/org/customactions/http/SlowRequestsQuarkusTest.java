package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Closed;
import org.customactions.support.Full;
import org.customactions.support.Pace;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that begin and do not end, as slowloris sends them: each is closed, and nobody else waits for them. */
@Full
@QuarkusTest
@TestProfile(Closed.class)
class SlowRequestsQuarkusTest {

    private static final int CROWD = 500;
    private static final int PATIENCE_MILLIS = (int) Patience.LIMIT.toMillis();
    private static final int TRICKLE_MILLIS = 50;

    private final String manager = Tokens.manager(UUID.randomUUID()).sign();
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    void shouldServeOthersAndCloseRequestsWhoseHeadNeverEnds() throws IOException {
        for (int i = 0; i < CROWD; i++) {
            send("GET /api/custom-actions HTTP/1.1\r\nHost: localhost\r\nX-Half: ");
        }

        Api.as(manager).get("/api/custom-actions").then().statusCode(200);

        for (var socket : sockets) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void shouldServeOthersAndCloseRequestsWhoseBodyNeverComes() throws IOException {
        for (int i = 0; i < CROWD; i++) {
            send(contactOfLength(1_000) + "{");
        }

        Api.as(manager).get("/api/custom-actions").then().statusCode(200);

        for (var socket : sockets) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void shouldCloseARequestWhoseBodyTricklesIn() throws Exception {
        var socket = send(contactOfLength(100_000) + "{");
        var start = System.nanoTime();

        assertThat(trickle(socket)).isLessThan(100_000);

        assertThat(Pace.since(start)).isLessThan(Pace.limit(Duration.ofSeconds(20)));
        Api.as(manager).get("/api/contacts").then().statusCode(200);
    }

    @Test
    void shouldServeARequestWhoseBodyTakesAWhile() throws Exception {
        var body = "{\"phone_number\":\"+1 555 0100\"}";
        var socket = send(contactOfLength(body.length()).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        for (var part : List.of(body.substring(0, 5), body.substring(5, 9), body.substring(9))) {
            Thread.sleep(TRICKLE_MILLIS);
            socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200 ");
    }

    /** Sends spaces until the other end has closed; answers how many. */
    private static int trickle(Socket socket) throws InterruptedException {
        for (int sent = 0; ; sent++) {
            try {
                socket.getOutputStream().write(' ');
            } catch (IOException e) {
                return sent;
            }
            Thread.sleep(TRICKLE_MILLIS);
        }
    }

    private String contactOfLength(int length) {
        return "PUT /api/contacts/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(UUID.randomUUID(), manager, length);
    }

    private Socket send(String beginning) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        sockets.add(socket);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
