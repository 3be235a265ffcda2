package org.customactions.background;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Planted;
import org.customactions.support.Receiver;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas that are killed at random moments while they send. What was accepted arrives. */
@Full
class BackgroundCrashIT {

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final String MANAGER = Tokens.manager(UUID.randomUUID()).sign();
    /** More for a longer run: {@code -Dbackground.kills=60} is about ten minutes. */
    private static final int KILLS = Integer.getInteger("background.kills", 6);

    private static final int CLICKERS = 3;

    /** With the seed that a failed run names, the pauses are the same again. */
    private static final long SEED = Long.getLong("background.seed", System.nanoTime());

    private static Receiver receiver;
    private static List<PackagedService> replicas;

    @BeforeAll
    static void start() {
        receiver = Receiver.start();
        receiver.server().stubFor(post("/count").willReturn(okJson("{}").withFixedDelay(150)));
        replicas = new CopyOnWriteArrayList<>(
                List.of(PackagedService.startReady(environment()), PackagedService.startReady(environment())));
    }

    @AfterAll
    static void stop() {
        replicas.forEach(PackagedService::close);
        receiver.close();
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(DATABASE.environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.put("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        environment.put("CUSTOM_ACTIONS_SECRETS_KEY", Planted.encryptionKey(1));
        return environment;
    }

    @Test
    void shouldSendWhatWasAcceptedWhateverDies() throws InterruptedException {
        var random = new Random(SEED);
        var action = createAction();
        var contact = createContact();
        var accepted = ConcurrentHashMap.<String>newKeySet();
        var clickers = Executors.newFixedThreadPool(CLICKERS);
        for (int i = 0; i < CLICKERS; i++) {
            var turn = i;
            clickers.execute(() -> click(turn, action, contact, accepted));
        }

        for (int i = 0; i < KILLS; i++) {
            Thread.sleep(500 + random.nextInt(3_000));
            var killed = replicas.get(i % replicas.size());
            killed.close();
            replicas.set(i % replicas.size(), PackagedService.startReady(environment()));
        }
        clickers.shutdownNow();

        assertThat(accepted).as("accepted with the seed %d", SEED).isNotEmpty();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(arrived()).containsAll(accepted));
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(DATABASE.queryCount(
                                "select count(*) from background_executions where due_at is not null"))
                        .isZero());
        assertThat(DATABASE.queryCount("select count(*) from background_executions where not success"))
                .isZero();
        var arrivals = receiver.requests("/count").size();
        var most = accepted.size() + unanswered() + KILLS * 8;
        assertThat(arrivals).as("sent twice with the seed %d", SEED).isLessThanOrEqualTo(most);
    }

    /** Clicks that were stored, but whose answer was lost with its replica. */
    private static int unanswered() {
        return (int) DATABASE.queryCount("select count(*) from background_executions");
    }

    private static Set<String> arrived() {
        return receiver.requests("/count").stream()
                .map(request -> request.getHeader("Idempotency-Key"))
                .collect(Collectors.toSet());
    }

    private static void click(int turn, String action, UUID contact, Set<String> accepted) {
        for (int i = turn; !Thread.currentThread().isInterrupted(); i++) {
            try {
                var answer = as(replicas.get(i % replicas.size()))
                        .body(Map.of("contact_id", contact))
                        .post("/api/custom-actions/{id}/execute", action);
                if (answer.statusCode() == 200 && answer.path("data.success").equals(true)) {
                    accepted.add(answer.path("data.execution_id"));
                }
                Thread.sleep(100);
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                // Its replica has just died, or starts.
                continue;
            }
        }
    }

    private static UUID createContact() {
        var contact = UUID.randomUUID();
        as(replicas.get(0))
                .body(Map.of("phone_number", "1"))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        return contact;
    }

    private static String createAction() {
        return as(replicas.get(0))
                .body(Map.of(
                        "name",
                        "Count",
                        "action_type",
                        "webhook",
                        "config",
                        Map.of("url", receiver.url("/count"), "background", true)))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private static RequestSpecification as(PackagedService service) {
        return Api.as(MANAGER).baseUri(service.url());
    }
}
