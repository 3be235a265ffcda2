package org.customactions.startup;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
import org.customactions.crypto.Sha256;
import org.customactions.support.EmbeddedServer;
import org.customactions.support.Full;
import org.customactions.support.PackagedManager;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.Receiver;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What is left of executions whose PostgreSQL is killed. It keeps in memory for ten seconds what nobody waits for, so a
 * crash takes whatever was not committed to the disk.
 */
@Full
class DatabaseCrashIT {

    private static final PackagedManager MANAGER = new PackagedManager(() -> DatabaseCrashIT.service.url());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int AGENTS = 6;
    private static final int CRASHES = 3;
    private static final int CLICKS = 100;

    private static EmbeddedPostgres server;
    private static TestDatabase database;
    private static Receiver receiver;
    private static PackagedService service;
    private static UUID contact;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedServer.builder()
                // The embedded server's defaults are for tests that no crash interrupts.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("wal_writer_delay", "10s")
                .setServerConfig("wal_writer_flush_after", "1GB")
                .start();
        database = new TestDatabase(server.getPort(), "postgres");
        receiver = Receiver.start();
        receiver.server().stubFor(post("/slow").willReturn(okJson("{}").withFixedDelay(3_000)));
        service = PackagedService.startAsDeployed(environment());
        contact = MANAGER.createContact();
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        receiver.close();
        server.close();
    }

    @Test
    void shouldKeepEveryLinkThatWasAnswered() {
        var link = MANAGER.createAction("url", Map.of("url", "https://example.com/{{contact.id}}"));
        for (int crash = 0; crash < CRASHES; crash++) {
            var answered = new ConcurrentLinkedQueue<Answered>();
            var isOver = new AtomicBoolean();
            var agents = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < AGENTS; i++) {
                agents.add(CompletableFuture.runAsync(() -> clickUntilOver(link, answered, isOver)));
            }
            await().until(() -> answered.size() > CLICKS);

            crash();

            isOver.set(true);
            assertThat(agents).allSatisfy(agent -> assertThat(agent).succeedsWithin(Patience.LIMIT));
            assertThat(executions(link, "success"))
                    .containsAll(answered.stream().map(Answered::execution).toList());
            assertThat(redirects())
                    .containsAll(answered.stream().map(Answered::redirectHash).toList());
        }
    }

    @Test
    void shouldKeepTheRowOfWhatWasSent() {
        var webhook = MANAGER.createAction("webhook", Map.of("url", receiver.url("/slow")));
        var execution = CompletableFuture.supplyAsync(() -> MANAGER.click(webhook, contact));
        await().until(() -> !receiver.requests("/slow").isEmpty());

        crash();

        assertThat(executions(webhook, "true")).hasSize(1);
        assertThat(execution).succeedsWithin(Patience.LIMIT);
        await().until(() -> !executions(webhook, "success").isEmpty());
    }

    @Test
    void shouldKeepTheRowOfAScriptThatRuns() {
        var script = MANAGER.createAction(
                "javascript",
                Map.of("code", "const end = Date.now() + 2000; while (Date.now() < end); return {clipboard: 'x'}"));
        var execution = CompletableFuture.supplyAsync(() -> MANAGER.click(script, contact));
        await().until(() -> !executions(script, "true").isEmpty());

        crash();

        assertThat(executions(script, "true")).hasSize(1);
        assertThat(execution).succeedsWithin(Patience.LIMIT);
        await().until(() -> !executions(script, "success is not null").isEmpty());
    }

    /**
     * A click that was answered.
     *
     * @param redirectHash how its redirect is stored
     */
    private record Answered(String execution, String redirectHash) {}

    private static void clickUntilOver(String action, Queue<Answered> answered, AtomicBoolean isOver) {
        var click = HttpRequest.newBuilder(URI.create(service.url() + "/api/custom-actions/" + action + "/execute"))
                .header("Authorization", "Bearer " + MANAGER.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"contact_id\":\"" + contact + "\"}"))
                .build();
        try {
            while (!isOver.get()) {
                var answer = CLIENT.send(click, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    var data = new JsonPath(answer.body());
                    var token = data.getString("data.redirect_url").replaceFirst(".*/", "");
                    answered.add(new Answered(data.getString("data.execution_id"), Sha256.hex(token)));
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A process that dies makes PostgreSQL end the others, forget what it has in memory and recover from the disk. */
    private static void crash() {
        database.execute("create unlogged table if not exists lost_in_a_crash as select 1");
        database.execute("insert into lost_in_a_crash values (1)");
        var process = database.queryValue(Integer.class, """
                select pid from pg_stat_activity
                where backend_type = 'client backend' and pid <> pg_backend_pid()
                limit 1
                """);

        ProcessHandle.of(process).orElseThrow().destroyForcibly();

        await().ignoreExceptions().until(() -> database.queryCount("select count(*) from lost_in_a_crash") == 0);
        await().until(() -> service.readiness() == 200);
    }

    private static List<String> executions(String action, String condition) {
        return database
                .query(
                        "select cast(id as text) from custom_action_executions where action_id = ? and " + condition,
                        UUID.fromString(action))
                .stream()
                .map(row -> (String) row.get("id"))
                .toList();
    }

    private static List<String> redirects() {
        return database.query("select token_hash from redirect_tokens").stream()
                .map(row -> (String) row.get("token_hash"))
                .toList();
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(database.environment());
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                SigningKeys.ecPublicKeyLocation().toString());
        environment.put("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        return environment;
    }
}
