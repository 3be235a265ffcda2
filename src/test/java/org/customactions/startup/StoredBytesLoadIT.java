package org.customactions.startup;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.customactions.support.Bystander;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Receiver;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an organization has stored, read by many at once: large lists, large pages of contacts, searches that find
 * nothing, and clicks whose answers are kept. Another organization does not feel it.
 */
@Full
class StoredBytesLoadIT {

    private static final Duration PHASE = Duration.ofSeconds(3);
    private static final Duration ATTACK = Duration.ofSeconds(10);

    private static final String ACTIONS = """
            insert into custom_actions (id, created_at, updated_at, organization_id, name, icon, action_type, config, is_active,
                display_order)
            select gen_random_uuid(), now(), now(), ?, 'Action ' || i, '', 'webhook',
                jsonb_build_object('url', 'https://api.example.com/', 'method', 'POST', 'headers',
                    jsonb_build_object('Content-Type', 'text/plain'), 'body', repeat(md5(i::text), ? * 32)),
                true, 0
            from generate_series(1, ?) i
            """;

    private static final String CONTACTS = """
            insert into contacts (id, organization_id, phone_number, name, metadata)
            select gen_random_uuid(), ?, '+1 555 ' || i, 'Contact ' || md5(i::text),
                jsonb_build_object('text', repeat(md5(i::text), ? * 32))
            from generate_series(1, ?) i
            """;

    private static Receiver receiver;
    private static TestDatabase database;
    private static PackagedService service;

    private final UUID organization = UUID.randomUUID();
    private final String manager = token("manager");
    private final String agent = token("agent");
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Bystander bystander;

    private String token(String role) {
        return Tokens.of(organization)
                .claim("role", role)
                .expiresIn(Duration.ofHours(1))
                .sign();
    }

    @BeforeAll
    static void start() {
        receiver = Receiver.start();
        database = TestDatabase.createDatabase();
        var settings = new HashMap<>(database.environment());
        settings.put("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        // As the manifests have it.
        settings.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "10");
        service = Bystander.startService(settings);
    }

    @AfterAll
    static void stop() {
        service.close();
        receiver.close();
    }

    @BeforeEach
    void settle() {
        bystander = Bystander.of(service);
    }

    @AfterEach
    void leave() {
        bystander.close();
        System.out.println("Answers: " + statuses);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(service.url() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    /** Sends requests in as many threads for a while, each its next one once it has the answer. */
    private Void attack(int threads, IntFunction<HttpRequest> next) throws InterruptedException {
        var until = System.nanoTime() + ATTACK.toNanos();
        var pool = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            var number = i;
            pool.execute(() -> {
                while (System.nanoTime() < until) {
                    statuses.merge(send(next.apply(number)), 1, Integer::sum);
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(ATTACK.plusSeconds(40).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return null;
    }

    private int send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** As many as there were before there was a limit to their bytes. */
    @Test
    void shouldAnswerListsOfLargeActions() throws InterruptedException {
        database.execute(ACTIONS, organization, 500, 150);

        bystander.withstands(
                "150 actions of 500 KiB, listed by 4 agents and 8 managers",
                PHASE,
                () -> attack(
                        12,
                        i -> i < 4
                                ? request("/api/custom-actions?is_active=true", agent)
                                        .build()
                                : request("/api/custom-actions" + (i < 8 ? "" : "?limit=15"), manager)
                                        .build()));

        assertThat(statuses).containsKeys(200).doesNotContainKey(-1);
    }

    @Test
    void shouldAnswerListsOfAsManyBytesAsThereMayBe() throws InterruptedException {
        database.execute(ACTIONS, organization, 400, 20);

        bystander.withstands(
                "8 MiB of actions, listed by 12 managers",
                PHASE,
                () -> attack(12, i -> request("/api/custom-actions", manager).build()));

        assertThat(statuses).containsKeys(200).doesNotContainKey(-1);
    }

    @Test
    void shouldSearchManyContacts() throws InterruptedException {
        database.execute(CONTACTS, organization, 0, 200_000);
        database.execute("analyze contacts");

        bystander.withstands(
                "200,000 contacts, searched 40 times at once for what is not there",
                PHASE,
                () -> attack(
                        40,
                        i -> request("/api/contacts?search=nowhere" + i, agent).build()));

        assertThat(statuses).containsKeys(200, 429).doesNotContainKey(-1);
    }

    @Test
    void shouldSearchManyContactsWithoutAnIndex() throws InterruptedException {
        database.execute(CONTACTS, organization, 0, 200_000);
        database.execute("analyze contacts");

        bystander.withstands(
                "200,000 contacts, searched 40 times at once for a letter",
                PHASE,
                () -> attack(40, i -> request("/api/contacts?search=z", agent).build()));

        assertThat(statuses).containsKeys(200, 429).doesNotContainKey(-1);
    }

    @Test
    void shouldAnswerLargePagesOfContactsAndKeepTheMemoryOfTheUnreadOnesBounded() throws Exception {
        database.execute(CONTACTS, organization, 63, 100);
        var unread = new ArrayList<Socket>();
        try {
            bystander.withstands("100 contacts of 64 KiB, 40 pages unread and 8 readers", PHASE, () -> {
                for (int i = 0; i < 40; i++) {
                    unread.add(unreadPage());
                }
                return attack(8, i -> request("/api/contacts?limit=100", agent).build());
            });
        } finally {
            for (var socket : unread) {
                socket.close();
            }
        }

        assertThat(statuses).doesNotContainKey(-1);
    }

    private Socket unreadPage() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        var url = URI.create(service.url());
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        socket.getOutputStream()
                .write("GET /api/contacts?limit=100 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(agent)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void shouldKeepSmallAnswersOnly() throws InterruptedException {
        receiver.server()
                .stubFor(post("/large")
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withBody("\"" + "x".repeat(1_000_000) + "\"")));
        var action = UUID.randomUUID();
        var contact = UUID.randomUUID();
        database.execute(
                "insert into contacts (id, organization_id, phone_number) values (?, ?, '1')", contact, organization);
        database.execute("""
                insert into custom_actions (id, created_at, updated_at, organization_id, name, icon, action_type, config,
                    is_active, display_order)
                values (?, now(), now(), ?, 'Large', '', 'webhook', jsonb_build_object('url', ?::text), true, 0)""", action, organization, receiver.url("/large"));

        bystander.withstands(
                "Clicks with keys that are answered with 1 MB, 6 at once",
                PHASE,
                () -> attack(
                        6,
                        i -> request("/api/custom-actions/" + action + "/execute", agent)
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString("{\"contact_id\":\"%s\"}".formatted(contact)))
                                .build()));

        var largest = database.queryCount("select coalesce(max(octet_length(answer)), 0) from custom_action_keys");
        System.out.printf("%d clicks, at most %d bytes kept of each%n", statuses.get(200), largest);
        assertThat(largest).isBetween(1L, 65L * 1024);
    }
}
