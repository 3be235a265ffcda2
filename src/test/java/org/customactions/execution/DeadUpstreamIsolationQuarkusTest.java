package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Pace;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/**
 * With {@link QuickCircuits}: what one organization's dead upstream does to another organization's clicks, both
 * measured in one run.
 */
@Full
@QuarkusTest
@TestProfile(QuickCircuits.class)
class DeadUpstreamIsolationQuarkusTest {

    private static final int DEAD_CALLS = 200;
    private static final int AT_ONCE = 20;
    private static final int MEASURED = 200;
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Both share the machine with the test itself; a click that waits for the other's timeouts takes far longer. */
    private static final double RATIO = 10;

    private static final double LEAST_MILLIS = 100;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldLeaveAnotherOrganizationsClicksAsQuickAsTheyWere() throws Exception {
        Pace.retriedOnce(() -> {
            try (var silent = new SilentUpstream()) {
                var dead = click(silent.url());
                var healthy = click(Hook.start().url());
                press(click(Hook.start().url()), () -> true).join(); // warms both sides up
                var alone = measure(healthy);

                var measured = new AtomicBoolean();
                var underway = press(dead, measured::get);
                var meanwhile = measure(healthy);
                measured.set(true);
                var answers = underway.join();

                assertThat(answers)
                        .hasSizeGreaterThanOrEqualTo(DEAD_CALLS)
                        .allMatch(body -> body.contains("\"success\":false"));
                assertThat(silent.calls()).isGreaterThanOrEqualTo(AT_ONCE).isLessThan(answers.size());
                assertThat(p95(meanwhile))
                        .as(
                                "p95 in ms beside %d calls into a dead upstream; alone it was %.1f",
                                answers.size(), p95(alone))
                        .isLessThan(Math.max(RATIO * p95(alone), LEAST_MILLIS))
                        .isLessThan(QuickCircuits.TIMEOUT_MILLIS);
            }
        });
    }

    /**
     * Clicks {@value #AT_ONCE} times at once, with pauses, until there were {@value #DEAD_CALLS} and that is enough;
     * the answers.
     */
    private CompletableFuture<Queue<String>> press(HttpRequest click, BooleanSupplier enough) {
        var bodies = new ConcurrentLinkedQueue<String>();
        var presses = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> pressOnce(click, enough, bodies))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(presses).thenApply(done -> bodies);
    }

    private CompletableFuture<Void> pressOnce(HttpRequest click, BooleanSupplier enough, Queue<String> bodies) {
        if (bodies.size() >= DEAD_CALLS && enough.getAsBoolean()) {
            return CompletableFuture.completedFuture(null);
        }
        var afterwards = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return client.sendAsync(click, BodyHandlers.ofString())
                .thenAccept(answer -> bodies.add(answer.body()))
                .thenComposeAsync(answered -> pressOnce(click, enough, bodies), afterwards);
    }

    /** Clicks {@value #MEASURED} times, one after the other; how many milliseconds each took. */
    private List<Double> measure(HttpRequest click) {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < MEASURED; i++) {
            var start = System.nanoTime();
            var body = client.sendAsync(click, BodyHandlers.ofString()).join().body();
            millis.add((System.nanoTime() - start) / 1e6);
            assertThat(body).contains("\"success\":true");
        }
        return millis;
    }

    private static double p95(List<Double> millis) {
        return millis.stream().sorted().toList().get((int) Math.ceil(millis.size() * 0.95) - 1);
    }

    private static HttpRequest click(String url) {
        var organization = UUID.randomUUID();
        var contact = Api.createContact(organization, Map.of());
        var action = Api.createAction(organization, "webhook", Map.of("url", url));
        var path = "/api/custom-actions/%s/execute".formatted(action);
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, path)))
                .header("Authorization", "Bearer " + Tokens.agent(organization).sign())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"contact_id\":\"%s\"}".formatted(contact)))
                .build();
    }
}
