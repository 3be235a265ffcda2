package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.customactions.support.Patience;
import org.junit.jupiter.api.Test;

/** Health and metrics are served by an event loop that serves nothing else. */
@QuarkusTest
class ManagementLoopQuarkusTest {

    /** Shorter than the others are held up, below what the watch of blocked threads reports. */
    private static final int HELD_UP_MILLIS = 1_500;

    @Inject
    Vertx vertx;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void shouldTellThatItLivesWhileRequestsKeepEveryOtherLoopBusy() throws InterruptedException {
        var loops = ((VertxInternal) vertx).getEventLoopGroup();
        var others = StreamSupport.stream(loops.spliterator(), false)
                .filter(loop -> loop != ((ServiceLoops) loops).forManagement())
                .toList();
        var release = new CountDownLatch(1);
        var held = new CountDownLatch(others.size());
        others.forEach(loop -> loop.execute(() -> hold(held, release)));
        held.await();

        var answers = new ArrayList<Integer>();
        try {
            for (var path : new String[] {"/q/health/live", "/q/metrics"}) {
                answers.add(RestAssured.given()
                        .config(RestAssuredConfig.config()
                                .httpClient(HttpClientConfig.httpClientConfig()
                                        .setParam("http.socket.timeout", HELD_UP_MILLIS)))
                        .get(management.resolve(path))
                        .statusCode());
            }
        } finally {
            release.countDown();
        }

        assertThat(answers).containsExactly(200, 200);
    }

    private static void hold(CountDownLatch held, CountDownLatch release) {
        held.countDown();
        try {
            release.await(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
