package org.customactions.startup;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.customactions.support.DatabaseProxy;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Receiver;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What was sent against what is told of it, when the service is killed or its database goes away at random moments
 * under load. Each click is for a contact of its own, which both the receiver's log and the history name.
 */
@Full
class FaultsUnderLoadIT {

    private static final int KILLS = 4;
    private static final int CUTS = 6;
    private static final int SLOW_MILLIS = 30;

    private static TestDatabase database;
    private static Receiver receiver;
    private static DatabaseProxy proxy;
    private static volatile PackagedService service;

    /** Printed where a test fails, so that its moments can be had again. */
    private final long seed = System.nanoTime();

    private final Random random = new Random(seed);
    private String path;
    private WebhookLoad load;

    @BeforeAll
    static void start() {
        database = TestDatabase.createDatabase();
        proxy = DatabaseProxy.start(database.host(), database.port());
        receiver = Receiver.start();
        service = PackagedService.startAsDeployed(environment());
    }

    @AfterAll
    static void stop() {
        service.close();
        receiver.close();
        proxy.close();
    }

    @BeforeEach
    void begin() {
        database.execute("truncate custom_action_executions, custom_action_keys");
        path = "/" + UUID.randomUUID();
        receiver.server().stubFor(post(path).willReturn(okJson("{}").withFixedDelay(SLOW_MILLIS)));
        load = new WebhookLoad(() -> service.url(), receiver, path);
        load.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        load.stop();
    }

    @Test
    void shouldAccountForEveryCallWhenItIsKilled() throws InterruptedException {
        for (int i = 0; i < KILLS; i++) {
            awaitClicksAfter(load.clicks());
            Thread.sleep(random.nextInt(500));
            service.close();
            service = PackagedService.startAsDeployed(environment());
        }
        load.stop();

        awaitAnswersToAll();

        assertThatHistoryAgreesWithTheReceiver();
        assertThat(count("success is null"))
                .as("killed under way, seed %d", seed)
                .isPositive();
    }

    @Test
    void shouldAccountForEveryCallWhenItsDatabaseComesAndGoes() throws InterruptedException {
        for (int i = 0; i < CUTS; i++) {
            awaitClicksAfter(load.clicks());
            Thread.sleep(random.nextInt(500));
            proxy.cut();
            Thread.sleep(random.nextInt(500));
            proxy.restore();
        }
        load.stop();

        awaitAnswersToAll();

        assertThatHistoryAgreesWithTheReceiver();
        await().untilAsserted(() ->
                assertThat(count("success is null and lease_until > now()")).isZero());
        assertThat(service.isRunning()).isTrue();
    }

    /** So that every fault meets a load that is under way. */
    private void awaitClicksAfter(int clicks) {
        await().until(() -> load.clicks() > clicks + 50);
    }

    /** A click whose first try is still leased gets 409 and asks again, as long as the lease is. */
    private void awaitAnswersToAll() {
        await().pollInterval(Duration.ofSeconds(1)).until(() -> {
            load.clickAgain();
            return !load.isWaiting();
        });
    }

    private void assertThatHistoryAgreesWithTheReceiver() {
        var sent =
                receiver.requests(path).stream().map(FaultsUnderLoadIT::contact).toList();
        assertThat(sent).as("sent once, seed %d", seed).doesNotHaveDuplicates().isNotEmpty();
        assertThat(sent).as("answered as sent, seed %d", seed).containsAll(load.succeeded());
        assertThat(contacts("true")).as("in the history, seed %d", seed).containsAll(sent);
        assertThat(sent).as("succeeded in the history, seed %d", seed).containsAll(contacts("success"));
        assertThat(contacts("success"))
                .as("told as it was answered, seed %d", seed)
                .doesNotHaveDuplicates()
                .containsAll(load.succeeded());
    }

    private static List<UUID> contacts(String condition) {
        return database.query("select contact_id from custom_action_executions where " + condition).stream()
                .map(row -> (UUID) row.get("contact_id"))
                .toList();
    }

    private static long count(String condition) {
        return database.queryCount("select count(*) from custom_action_executions where " + condition);
    }

    private static UUID contact(LoggedRequest request) {
        try {
            return UUID.fromString(new ObjectMapper()
                    .readTree(request.getBodyAsString())
                    .path("contact")
                    .asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError("The webhook sent something else", e);
        }
    }

    /** A lease of 11 s: a run of 5 s and 3 s for the database before and after it. */
    private static Map<String, String> environment() {
        var environment = new HashMap<>(database.environment(proxy.host(), proxy.port()));
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.put("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        environment.put("CUSTOM_ACTIONS_WEBHOOK_TIMEOUT", "3S");
        environment.put("CUSTOM_ACTIONS_SCRIPT_MAX_WAIT", "1S");
        environment.put("CUSTOM_ACTIONS_DATABASE_TIMEOUT", "3S");
        environment.put("CUSTOM_ACTIONS_EXECUTION_SLACK", "2S");
        environment.put("CUSTOM_ACTIONS_SCRIPT_START_AHEAD", "false");
        return environment;
    }
}
