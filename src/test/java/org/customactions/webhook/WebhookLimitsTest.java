package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.webhook.Caller.get;
import static org.customactions.webhook.Caller.post;
import static org.customactions.webhook.Caller.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import org.customactions.support.Full;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The deadline of a call and the size of an answer. */
class WebhookLimitsTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Failed TIMED_OUT = new Failed(Cause.TIMEOUT, "Webhook timed out after 1 s");
    private static final int KIB = 1024;

    private static Caller caller;
    private static WebhookDispatcher impatient;
    private static WebhookDispatcher dispatcher;

    @BeforeAll
    static void start() throws IOException {
        caller = new Caller();
        TestConfiguration open = TestConfiguration.allowing("127.0.0.0/8");
        impatient = caller.dispatcher(open.within(LIMIT));
        dispatcher = caller.dispatcher(open.upTo(64 * KIB));
    }

    @AfterAll
    static void stop() {
        caller.close();
    }

    private static String url(Upstream upstream) {
        return "http://127.0.0.2:" + upstream.port() + "/hook";
    }

    @Test
    void shouldTimeOutWhenTheUpstreamSaysNothing() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.awaitClose();
        })) {
            WebhookOutcome outcome = send(impatient, get(url(upstream)));

            assertThat(outcome).isEqualTo(TIMED_OUT);
            await().until(() -> upstream.closed() == 1);
        }
    }

    @Test
    void shouldTimeOutWhenTheBodyDrips() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            drip(connection, "x");
        })) {
            WebhookOutcome outcome = send(impatient, get(url(upstream)));

            assertThat(outcome).isEqualTo(TIMED_OUT);
            await().until(() -> upstream.closed() == 1);
        }
    }

    @Full
    @Test
    void shouldTimeOutWhenInterimResponsesNeverEnd() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            drip(connection, "HTTP/1.1 102 Processing\r\n\r\n");
        })) {
            WebhookOutcome outcome = send(impatient, get(url(upstream)));

            assertThat(outcome).isEqualTo(TIMED_OUT);
        }
    }

    @Test
    void shouldDropTheRestOfARequestThatIsNotReadInTime() throws IOException {
        int size = 32 * KIB * KIB;
        CountDownLatch timedOut = new CountDownLatch(1);
        AtomicLong received = new AtomicLong();
        try (Upstream upstream = Upstream.that(connection -> {
            connection.readHead();
            connection.await(timedOut);
            received.set(connection.awaitClose());
        })) {
            WebhookOutcome outcome = send(impatient, post(url(upstream), "x".repeat(size)));
            timedOut.countDown();

            assertThat(outcome).isEqualTo(TIMED_OUT);
            await().until(() -> upstream.closed() == 1);
            assertThat(received.get()).isLessThan(size);
        }
    }

    @Test
    void shouldTimeOutWhenTheConnectionIsNotAccepted() throws IOException {
        try (DeafPort deaf = new DeafPort("127.0.0.9")) {
            WebhookOutcome outcome = send(impatient, get("http://127.0.0.9:" + deaf.port() + "/"));

            assertThat(outcome).isEqualTo(TIMED_OUT);
        }
    }

    @Full
    @Test
    void shouldLeaveTimeForTheNextAddressWhenTheFirstDoesNotAccept() throws IOException {
        caller.dns().on("two.test", DnsServer.Answer.of("127.0.0.9", "127.0.0.2"));
        WebhookDispatcher patient = caller.dispatcher(
                TestConfiguration.allowing("two.test", "127.0.0.0/8").within(Duration.ofSeconds(4)));
        try (DeafPort deaf = new DeafPort("127.0.0.9");
                Upstream upstream = Upstream.on(
                        "127.0.0.2",
                        deaf.port(),
                        ServerSocketFactory.getDefault(),
                        Upstream.answering(Upstream.ok("{}")))) {
            WebhookOutcome outcome = send(patient, get("http://two.test:" + upstream.port() + "/"));

            assertThat(outcome).isInstanceOf(Answered.class);
        }
    }

    @Full
    @Test
    void shouldTimeOutWhenTlsIsNotAnswered() throws IOException {
        try (Upstream upstream = Upstream.that(Upstream.Connection::awaitClose)) {
            WebhookOutcome outcome = send(impatient, get(url(upstream).replace("http:", "https:")));

            assertThat(outcome).isEqualTo(TIMED_OUT);
        }
    }

    @Test
    void shouldRefuseADeclaredLengthThatIsTooLargeBeforeTheBody() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + (64 * KIB + 1) + "\r\n\r\n");
            connection.awaitClose();
        })) {
            WebhookOutcome outcome = send(dispatcher, get(url(upstream)));

            assertThat(outcome)
                    .isEqualTo(new Failed(Cause.RESPONSE_TOO_LARGE, "Webhook response is larger than 64 KiB"));
            await().until(() -> upstream.closed() == 1);
        }
    }

    @Test
    void shouldCutOffAnEndlessBodyWhileItStreams() throws IOException {
        AtomicLong written = new AtomicLong();
        byte[] chunk = ("1000\r\n" + "x".repeat(4 * KIB) + "\r\n").getBytes();
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                connection.write(chunk);
                written.addAndGet(chunk.length);
            }
        })) {
            WebhookOutcome outcome = send(dispatcher, get(url(upstream)));

            assertThat(outcome)
                    .isEqualTo(new Failed(Cause.RESPONSE_TOO_LARGE, "Webhook response is larger than 64 KiB"));
            await().until(() -> upstream.closed() == 1);
            // Only the socket buffers of both sides take more than the limit.
            assertThat(written.get()).isLessThan(16L * KIB * KIB);
        }
    }

    @Test
    void shouldAcceptABodyOfExactlyTheLimit() throws IOException {
        try (Upstream upstream = Upstream.that(Upstream.answering(Upstream.ok("x".repeat(64 * KIB))))) {
            WebhookOutcome outcome = send(dispatcher, get(url(upstream)));

            assertThat(((Answered) outcome).body()).hasSize(64 * KIB);
        }
    }

    @Test
    void shouldEndABombAtTheLimit() throws IOException {
        byte[] bomb = gzip(50 * KIB * KIB);
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                    + "Content-Length: " + bomb.length + "\r\n\r\n");
            connection.write(bomb);
            connection.awaitClose();
        })) {
            WebhookOutcome outcome = send(dispatcher, get(url(upstream)));

            assertThat(bomb).hasSizeLessThan(64 * KIB);
            assertThat(outcome)
                    .isEqualTo(new Failed(Cause.RESPONSE_TOO_LARGE, "Webhook response is larger than 64 KiB"));
            assertThat(upstream.requests().get(0).header("Accept-Encoding")).isEqualTo("gzip, deflate");
        }
    }

    private static void drip(Upstream.Connection connection, String drop) throws IOException {
        while (true) {
            connection.write(drop);
            await().pollDelay(Duration.ofMillis(20)).until(() -> true);
        }
    }

    private static byte[] gzip(int size) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            byte[] zeros = new byte[KIB * KIB];
            for (int i = 0; i < size / zeros.length; i++) {
                gzip.write(zeros);
            }
        }
        return compressed.toByteArray();
    }
}
