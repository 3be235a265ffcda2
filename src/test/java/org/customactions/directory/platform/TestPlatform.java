package org.customactions.directory.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A chat platform on the loopback interface, which a profile of the service asks for contacts. */
public final class TestPlatform implements QuarkusTestResourceLifecycleManager {

    private static final Map<String, HttpHandler> HANDLERS = new ConcurrentHashMap<>();
    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    /** One request, as it came. */
    record Call(String path, String query, String authorization) {}

    /** The service with this platform; the caller's token goes there. */
    public static final class Asked implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("custom-actions.script.enabled", "false");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestPlatform.class));
        }
    }

    /** The same, but copies are soon of no use. */
    public static final class Forgetful implements QuarkusTestProfile {

        static final Duration TIMEOUT = Duration.ofMillis(500);
        static final Duration STALE = Duration.ofSeconds(2);

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "custom-actions.script.enabled",
                    "false",
                    "custom-actions.directory.timeout",
                    TIMEOUT.toString(),
                    "custom-actions.directory.fresh",
                    "200MS",
                    "custom-actions.directory.stale",
                    STALE.toString());
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestPlatform.class));
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "custom-actions.directory.url", url + "/contacts/{contact_id}",
                "custom-actions.directory.search-url", url + "/contacts?q={search}&page={page}&limit={limit}");
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
        HANDLERS.clear();
        CALLS.clear();
    }

    /** What the platform does at a raw path. */
    static void at(String path, HttpHandler handler) {
        HANDLERS.put(path, handler);
    }

    /** A contact at its raw path. */
    static void has(String segment, String json) {
        at("/contacts/" + segment, answering(200, "application/json", json));
    }

    static HttpHandler answering(int status, String type, String body) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** Chunks for as long as somebody reads. */
    static HttpHandler endless(int status, String type) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, 0);
            var chunk = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
            try (var body = exchange.getResponseBody()) {
                while (!Thread.currentThread().isInterrupted()) {
                    body.write(chunk);
                }
            }
        };
    }

    static List<Call> calls(String path) {
        return CALLS.stream().filter(call -> call.path().equals(path)).toList();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        CALLS.add(new Call(
                path,
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders().getFirst("Authorization")));
        HANDLERS.getOrDefault(path, answering(404, "application/json", "{}")).handle(exchange);
    }
}
