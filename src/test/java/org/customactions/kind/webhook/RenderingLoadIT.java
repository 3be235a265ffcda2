package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Bystander;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.SigningKeys;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Templates that are made to be slow or to become large, on the memory of production, beside another customer. */
@Full
class RenderingLoadIT {

    private static final Duration PHASE = Duration.ofSeconds(3);
    private static final Duration ATTACK = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static PackagedService service;
    private static Bystander bystander;
    private static HttpServer upstream;

    private final UUID organization = UUID.randomUUID();
    private final String manager =
            Tokens.manager(organization).expiresIn(Duration.ofHours(1)).sign();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> messages = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        SigningKeys.ecPublicKeyLocation();
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            pause(exchange.getRequestURI().getPath().equals("/slow") ? 5_000 : 0);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        upstream.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "upstream");
            thread.setDaemon(true);
            return thread;
        }));
        upstream.start();
        service = Bystander.startService(Map.of("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8"));
        bystander = Bystander.of(service);
    }

    @AfterAll
    static void stop() {
        bystander.close();
        service.close();
        upstream.stop(0);
    }

    /** Three nested loops over 35 items with a long path inside, in each of 50 headers and in the body. */
    @Test
    void shouldNotDelayOthersBySlowTemplates() throws Exception {
        var path = "contact.metadata.deep" + ".a".repeat(60);
        var loops = "{{#contact.metadata.l}}".repeat(3)
                + "{{#%s}}{{/%s}}".formatted(path, path)
                + "{{/contact.metadata.l}}".repeat(3);
        var headers = headers(i -> loops);
        var config = config("/", headers, "{\"a\":\"" + loops + "\"}");
        var contact = contact(Map.of("l", Collections.nCopies(35, 1), "deep", nested(60)));
        var action = action(config);
        var preview = json(Map.of("action_type", "webhook", "config", config, "contact_id", contact.toString()));

        bystander.withstands("slow templates", PHASE, () -> {
            attack(
                    16,
                    thread -> thread % 4 == 0
                            ? post("/api/custom-actions/preview", preview)
                            : post("/api/custom-actions/" + action + "/execute", contactId(contact)));
            return null;
        });
        assertAllRefused("The templates ");
    }

    /** Templates whose loops over the sample values are slow already when they are saved. */
    @Test
    void shouldNotDelayOthersByTryingSlowTemplatesWhenTheyAreSaved() throws Exception {
        var loops = "{{#contact.tags}}".repeat(20) + "{{/contact.tags}}".repeat(20);
        var url = "http://127.0.0.1/?x=" + loops;
        var action = json(Map.of("name", "x", "action_type", "webhook", "config", Map.of("url", url)));

        bystander.withstands("slow templates that are saved", PHASE, () -> {
            attack(16, thread -> post("/api/custom-actions", action));
            return null;
        });
        assertAllRefused("Url: The templates ");
    }

    /** 50 headers of 4,096 characters, each of which would become a megabyte. */
    @Test
    void shouldNotFillTheMemoryWithHeaders() throws Exception {
        var action = action(config("/", headers(i -> "{{contact.metadata.big}}".repeat(16)), ""));
        var contact = contact(Map.of("big", "x".repeat(65_000)));

        bystander.withstands("large headers", PHASE, () -> {
            attack(20, thread -> post("/api/custom-actions/" + action + "/execute", contactId(contact)));
            return null;
        });
        assertAllRefused("Webhook cannot be sent: The header X-");
    }

    /** Requests of almost a megabyte, of which an upstream takes its time to answer each. */
    @Test
    void shouldNotFillTheMemoryWithRequestsUnderWay() throws Exception {
        var action =
                action(config("/slow", Map.of("Content-Type", "text/plain"), "{{contact.metadata.big}}".repeat(15)));
        var contact = contact(Map.of("big", "x".repeat(65_000)));

        bystander.withstands("large requests under way", PHASE, () -> {
            attack(64, thread -> post("/api/custom-actions/" + action + "/execute", contactId(contact)));
            return null;
        });
        assertThat(messages.keySet())
                .contains("Webhook executed successfully")
                .allMatch(message -> message.equals("Webhook executed successfully")
                        || message.startsWith("Webhook cannot be sent: Too many large requests"));
    }

    private interface Call {

        String by(int thread) throws Exception;
    }

    /** Calls again and again for a while; the messages of the answers are counted. */
    private void attack(int threads, Call call) {
        var end = System.nanoTime() + ATTACK.toNanos();
        Concurrently.times(threads, LIMIT, thread -> {
            while (System.nanoTime() < end) {
                try {
                    messages.merge(call.by(thread), 1, Integer::sum);
                } catch (Exception e) {
                    throw new AssertionError("A call of the attacker failed", e);
                }
            }
            return null;
        });
        System.out.println("Answers to the attacker: " + new TreeMap<>(messages));
    }

    private void assertAllRefused(String message) {
        assertThat(messages.keySet()).isNotEmpty().allMatch(answer -> answer.contains(message));
    }

    private String post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", "Bearer " + manager)
                .header("Content-Type", "application/json")
                .timeout(LIMIT)
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        // A preview tells of each part that it cannot fill in.
        return Stream.of("/data/message", "/data/warnings/0/message", "/message")
                .map(place -> answer.at(place).asText())
                .filter(message -> !message.isEmpty())
                .findFirst()
                .orElse("");
    }

    private UUID action(Map<String, Object> config) {
        return UUID.fromString(Api.as(manager)
                .baseUri(service.url())
                .body(Map.of("name", "Attack", "action_type", "webhook", "config", config))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id"));
    }

    private UUID contact(Map<String, Object> metadata) {
        var contact = UUID.randomUUID();
        Api.as(manager)
                .baseUri(service.url())
                .body(Map.of("phone_number", "1", "metadata", metadata))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        return contact;
    }

    private static Map<String, Object> config(String path, Map<String, String> headers, String body) {
        var config = new HashMap<String, Object>();
        config.put("url", "http://127.0.0.1:" + upstream.getAddress().getPort() + path);
        config.put("headers", headers);
        config.put("body", body);
        return config;
    }

    private static Map<String, String> headers(IntFunction<String> value) {
        return IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> "X-" + i, value::apply));
    }

    private static Map<String, Object> nested(int levels) {
        Map<String, Object> nested = Map.of();
        for (int i = 0; i < levels; i++) {
            nested = Map.of("a", nested);
        }
        return nested;
    }

    private static String contactId(UUID contact) throws IOException {
        return json(Map.of("contact_id", contact.toString()));
    }

    private static String json(Map<String, ?> body) throws IOException {
        return JSON.writeValueAsString(body);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
