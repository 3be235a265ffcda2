package org.customactions.identity.keys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** An identity provider's server of keys on the loopback interface, which can be told how to misbehave. */
public final class KeySetServer implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile HttpHandler answer = exchange -> exchange.sendResponseHeaders(404, -1);

    private KeySetServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                answer.handle(exchange);
            }
        });
        server.start();
    }

    /** A server that answers 404. */
    public static KeySetServer start() throws IOException {
        return new KeySetServer(HttpServer.create(anyPort(), 0));
    }

    /** The same with TLS. */
    static KeySetServer start(SSLContext tls) throws IOException {
        var server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new KeySetServer(server);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The URL of the key set. */
    public String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + port() + "/keys";
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    /** Answers this text from now on, with headers that ask for it to be kept for very short. */
    public void publish(String body) {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=0, no-store");
            send(exchange, OK, body.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Answers with this status. */
    public void fail(int status) {
        answer = exchange -> send(exchange, status, "{}".getBytes(StandardCharsets.UTF_8));
    }

    void redirect(String location) {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** Ends the connection in the middle of the answer. */
    void cut() {
        answer = exchange -> {
            exchange.sendResponseHeaders(OK, 1_000);
            exchange.getResponseBody().write("{\"keys\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Answers this many bytes. */
    void publish(int size) {
        answer = exchange -> send(exchange, OK, new byte[size]);
    }

    /** Never answers. */
    public void hang() {
        answer = exchange -> await();
    }

    /** Never stops answering. */
    void drip() {
        answer = exchange -> {
            exchange.sendResponseHeaders(OK, 0);
            while (closed.getCount() > 0) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.onSpinWait();
            }
        };
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
