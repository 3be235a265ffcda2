package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Pace;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** What one organization's endless loops do to another's scripts, webhooks and lists, both measured in one run. */
@Full
@QuarkusTest
class ScriptFairnessQuarkusTest {

    private static final int LOOPS = 12;

    /** Loops that have ended. */
    private static final int MEASURED_BESIDE = 8;

    private static final int MEASURED_ALONE = 200;
    private static final double SCRIPTS_WITHIN_MILLIS = 3_000;

    /**
     * A loop takes one processor, and on a machine with two the service, its database, the upstream and the test share
     * the other, so everything takes a few times as long; what waits for a loop takes a second.
     */
    private static final double RATIO = 5;

    private static final double LEAST_MILLIS = 100;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void shouldServeAnotherOrganizationWhileOneKeepsTwelveLoopsUnderWay() throws Exception {
        Pace.retriedOnce(() -> {
            var customer = UUID.randomUUID();
            var list = request(customer, "/api/custom-actions").GET().build();
            var webhook = click(customer, "webhook", Map.of("url", Hook.start().url()));
            var script = click(customer, "javascript", Map.of("code", "return contact.phone_number"));
            var loop = click(UUID.randomUUID(), "javascript", Map.of("code", "for (;;);"));
            var everything = List.of(list, webhook, script);
            measure(everything, rounds -> rounds < MEASURED_ALONE); // warms both sides up
            var alone = measure(everything, rounds -> rounds < MEASURED_ALONE);

            var measured = new AtomicBoolean();
            var ended = new ConcurrentLinkedQueue<String>();
            var loops = IntStream.range(0, LOOPS)
                    .mapToObj(i -> keepUp(loop, measured::get, ended))
                    .toArray(CompletableFuture[]::new);
            var beside = measure(everything, rounds -> ended.size() < MEASURED_BESIDE);
            measured.set(true);
            CompletableFuture.allOf(loops).join();

            assertThat(ended).allMatch(body -> body.contains("JavaScript stopped: it ran longer than 1 s"));
            assertThat(percentile(75, beside.get(script))).isLessThan(SCRIPTS_WITHIN_MILLIS);
            for (var request : List.of(list, webhook)) {
                assertThat(percentile(95, beside.get(request)))
                        .as("p95 in ms of %s beside loops", request.uri().getPath())
                        .isLessThan(Math.max(RATIO * percentile(95, alone.get(request)), LEAST_MILLIS));
            }
        });
    }

    /** Clicks again as soon as it is answered, until that is enough. */
    private CompletableFuture<Void> keepUp(HttpRequest click, BooleanSupplier enough, Queue<String> bodies) {
        return client.sendAsync(click, BodyHandlers.ofString()).thenCompose(answer -> {
            bodies.add(answer.body());
            return enough.getAsBoolean() ? CompletableFuture.completedFuture(null) : keepUp(click, enough, bodies);
        });
    }

    /** Sends the requests in turn for as many rounds as are wanted; how many milliseconds each took. */
    private Map<HttpRequest, List<Double>> measure(List<HttpRequest> requests, IntPredicate another) {
        var millis = new HashMap<HttpRequest, List<Double>>();
        for (int round = 0; another.test(round); round++) {
            for (var request : requests) {
                var start = System.nanoTime();
                var body = client.sendAsync(request, BodyHandlers.ofString())
                        .join()
                        .body();
                millis.computeIfAbsent(request, first -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
                assertThat(body).contains("\"status\":\"success\"").doesNotContain("\"success\":false");
            }
        }
        return millis;
    }

    private static double percentile(int percent, List<Double> millis) {
        return millis.stream().sorted().toList().get((int) Math.ceil(millis.size() * percent / 100.0) - 1);
    }

    private static HttpRequest click(UUID organization, String type, Map<String, Object> config) {
        var contact = Api.createContact(organization, Map.of());
        var action = Api.createAction(organization, type, config);
        return request(organization, "/api/custom-actions/%s/execute".formatted(action))
                .POST(BodyPublishers.ofString("{\"contact_id\":\"%s\"}".formatted(contact)))
                .build();
    }

    private static HttpRequest.Builder request(UUID organization, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(RestAssured.port, path)))
                .header("Authorization", "Bearer " + Tokens.agent(organization).sign())
                .header("Content-Type", "application/json");
    }
}
