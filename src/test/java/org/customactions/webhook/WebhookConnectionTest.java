package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.webhook.Caller.get;
import static org.customactions.webhook.Caller.post;
import static org.customactions.webhook.Caller.send;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.customactions.support.Patience;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeping connections alive, repeating a request only if that is safe, cancelling, and the context of the answer. */
class WebhookConnectionTest {

    private static Caller caller;
    private static WebhookDispatcher dispatcher;

    @BeforeAll
    static void start() throws IOException {
        caller = new Caller();
        dispatcher = caller.dispatcher(TestConfiguration.allowing("127.0.0.0/8").within(Patience.LIMIT));
    }

    @AfterAll
    static void stop() {
        caller.close();
    }

    private static String url(Upstream upstream) {
        return "http://127.0.0.2:" + upstream.port() + "/hook";
    }

    private static WebhookRequest request(String method, Upstream upstream) {
        return new WebhookRequest(method, URI.create(url(upstream)), Map.of(), new byte[] {'{', '}'});
    }

    /** Answers one request per connection, then closes the connection when the next request has come. */
    private static Upstream.Behaviour closingOnTheSecondRequest() {
        return connection -> {
            connection.read();
            connection.write(Upstream.ok("{}"));
            connection.read();
        };
    }

    @Test
    void shouldKeepConnectionsAlive() throws IOException {
        try (Upstream upstream = Upstream.that(Upstream.answering(Upstream.ok("{}")))) {
            List<WebhookOutcome> outcomes = IntStream.range(0, 5)
                    .mapToObj(i -> send(dispatcher, post(url(upstream), "{\"n\":" + i + "}")))
                    .toList();

            assertThat(outcomes).allMatch(Answered.class::isInstance);
            assertThat(upstream.requests()).hasSize(5);
            assertThat(upstream.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void shouldRepeatAnIdempotentRequestOnceWhenAKeptAliveConnectionWasClosed(String method) throws IOException {
        try (Upstream upstream = Upstream.that(closingOnTheSecondRequest())) {
            send(dispatcher, request(method, upstream));

            WebhookOutcome second = send(dispatcher, request(method, upstream));

            assertThat(second).isInstanceOf(Answered.class);
            assertThat(upstream.requests()).hasSize(3);
            assertThat(upstream.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void shouldNotRepeatARequestThatMayHaveDoneItsWork(String method) throws IOException {
        try (Upstream upstream = Upstream.that(closingOnTheSecondRequest())) {
            send(dispatcher, request(method, upstream));

            WebhookOutcome second = send(dispatcher, request(method, upstream));

            assertThat(second)
                    .isEqualTo(new Failed(
                            Cause.CONNECTION_CLOSED,
                            "Webhook connection to 127.0.0.2 was closed before the response was complete"));
            assertThat(upstream.requests()).hasSize(2);
        }
    }

    @Test
    void shouldRepeatOnlyOnce() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            if (connection.number() == 1) {
                connection.write(Upstream.ok("{}"));
                connection.read();
            }
        })) {
            send(dispatcher, get(url(upstream)));

            WebhookOutcome second = send(dispatcher, get(url(upstream)));

            assertThat(((Failed) second).cause()).isEqualTo(Cause.CONNECTION_CLOSED);
            assertThat(upstream.connections()).isEqualTo(2);
            assertThat(upstream.requests()).hasSize(3);
        }
    }

    @Test
    void shouldNotRepeatOnceAnAnswerHasBegun() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write(Upstream.ok("{}"));
            connection.read();
            connection.write("HTTP/1.1 2");
        })) {
            send(dispatcher, get(url(upstream)));

            WebhookOutcome second = send(dispatcher, get(url(upstream)));

            assertThat(((Failed) second).cause()).isEqualTo(Cause.CONNECTION_CLOSED);
            assertThat(upstream.requests()).hasSize(2);
        }
    }

    @Test
    void shouldNotRepeatOnAFirstUseOfAConnection() throws IOException {
        try (Upstream upstream = Upstream.that(Upstream.Connection::read)) {
            WebhookOutcome outcome = send(dispatcher, get(url(upstream)));

            assertThat(((Failed) outcome).cause()).isEqualTo(Cause.CONNECTION_CLOSED);
            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @Test
    void shouldSayThatAConnectionWasRefused() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }

        WebhookOutcome outcome = send(dispatcher, get("http://127.0.0.2:" + closedPort + "/"));

        assertThat(outcome).isEqualTo(new Failed(Cause.CONNECT, "Webhook could not connect to 127.0.0.2"));
    }

    /** Half an answer more than was asked for, at once and a little later; the next request is another's. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldNotUseAConnectionAgainOnWhichMoreThanTheAnswerCame(boolean atOnce) throws Exception {
        var sent = new CountDownLatch(1);
        try (Upstream upstream = Upstream.that(connection -> {
            while (connection.read() != null) {
                var surplus = connection.number() == 1 ? "HTTP/1.1 200 O" : "";
                if (atOnce) {
                    connection.write(Upstream.ok("{}") + surplus);
                } else {
                    connection.write(Upstream.ok("{}"));
                    connection.await(sent);
                    connection.write(surplus);
                }
            }
        })) {
            WebhookOutcome first = send(dispatcher, get(url(upstream)));
            sent.countDown();
            if (!atOnce) {
                await().until(() -> upstream.closed() == 1);
            }

            WebhookOutcome second = send(dispatcher, post(url(upstream), "[2]"));

            assertThat(first).isInstanceOf(Answered.class);
            assertThat(second).isInstanceOf(Answered.class);
            assertThat(upstream.connections()).isEqualTo(2);
        }
    }

    @Test
    void shouldAnswerOnTheContextOfTheCaller() throws Exception {
        try (Upstream upstream = Upstream.that(Upstream.answering(Upstream.ok("{}")))) {
            ContextInternal duplicate = ((ContextInternal) caller.vertx().getOrCreateContext()).duplicate();
            CompletableFuture<Context> answered = new CompletableFuture<>();

            duplicate.runOnContext(v -> dispatcher
                    .send(Caller.ORGANIZATION, get(url(upstream)))
                    .subscribe()
                    .with(outcome -> answered.complete(Vertx.currentContext())));

            assertThat(answered.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isSameAs(duplicate);
        }
    }

    @Test
    void shouldCloseTheConnectionWhenCancelled() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.awaitClose();
        })) {
            Uni<WebhookOutcome> call = dispatcher.send(Caller.ORGANIZATION, get(url(upstream)));
            Cancellable running = call.subscribe().with(outcome -> {});
            await().until(() -> upstream.requests().size() == 1);

            running.cancel();

            await().until(() -> upstream.closed() == 1);
        }
    }

    @Test
    void shouldSendOncePerSubscription() throws IOException {
        try (Upstream upstream = Upstream.that(Upstream.answering(Upstream.ok("{}")))) {
            Uni<WebhookOutcome> call = dispatcher.send(Caller.ORGANIZATION, get(url(upstream)));
            assertThat(upstream.connections()).isZero();

            call.await().atMost(Patience.LIMIT);

            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @Test
    void shouldGiveEachOfManyCallersItsOwnAnswer() throws IOException {
        int calls = 400;
        try (Upstream upstream = Upstream.that(connection -> {
            for (Upstream.Request next = connection.read(); next != null; next = connection.read()) {
                connection.write(Upstream.ok(new String(next.body(), StandardCharsets.UTF_8)));
            }
        })) {
            List<Uni<WebhookOutcome>> all = IntStream.range(0, calls)
                    .mapToObj(i -> dispatcher.send(Caller.ORGANIZATION, post(url(upstream), "[" + i + "]")))
                    .toList();

            List<WebhookOutcome> outcomes =
                    Uni.join().all(all).andFailFast().await().atMost(Patience.LIMIT);

            assertThat(outcomes)
                    .extracting(outcome -> new String(((Answered) outcome).body(), StandardCharsets.UTF_8))
                    .containsExactlyElementsOf(IntStream.range(0, calls)
                            .mapToObj(i -> "[" + i + "]")
                            .toList());
            assertThat(upstream.connections()).isLessThanOrEqualTo(256);
        }
    }

    @Test
    void shouldRefuseMoreCallsThanMayWait() throws IOException {
        int connections = 256;
        int waiting = 512;
        Queue<WebhookOutcome> outcomes = new ConcurrentLinkedQueue<>();
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.awaitClose();
        })) {
            List<Cancellable> running = new ArrayList<>(subscribe(connections, upstream, outcomes));
            await().until(() -> upstream.requests().size() == connections);

            running.addAll(subscribe(waiting + 5, upstream, outcomes));

            await().until(() -> outcomes.size() >= 5);
            running.forEach(Cancellable::cancel);
            assertThat(outcomes)
                    .hasSize(5)
                    .containsOnly(new Failed(
                            Cause.OVERLOADED, "Webhook was not sent, too many calls to 127.0.0.2 are under way"));
        }
    }

    private static List<Cancellable> subscribe(int calls, Upstream upstream, Queue<WebhookOutcome> outcomes) {
        return IntStream.range(0, calls)
                .mapToObj(i -> dispatcher
                        .send(Caller.ORGANIZATION, get(url(upstream)))
                        .subscribe()
                        .with(outcomes::add))
                .toList();
    }
}
