package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.customactions.webhook.Caller.get;
import static org.customactions.webhook.Caller.post;
import static org.customactions.webhook.Caller.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of an upstream, well-formed and broken. */
class WebhookResponseTest {

    private static final Failed CLOSED = new Failed(
            Cause.CONNECTION_CLOSED, "Webhook connection to 127.0.0.2 was closed before the response was complete");
    private static final Failed MALFORMED =
            new Failed(Cause.MALFORMED_RESPONSE, "Webhook response from 127.0.0.2 is not valid HTTP");

    private static Caller caller;
    private static WebhookDispatcher dispatcher;

    @BeforeAll
    static void start() throws IOException {
        caller = new Caller();
        dispatcher = caller.dispatcher(TestConfiguration.allowing("127.0.0.0/8"));
    }

    @AfterAll
    static void stop() {
        caller.close();
    }

    private static String url(Upstream upstream) {
        return "http://127.0.0.2:" + upstream.port() + "/hook";
    }

    private static WebhookOutcome answerTo(String response) throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write(response);
        })) {
            return send(dispatcher, get(url(upstream)));
        }
    }

    @Test
    void shouldReadHeadersAsUtf8WhereTheyAre() throws IOException {
        var head = new ByteArrayOutputStream();
        head.write(
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Utf: Zoë ☕\r\nX-Latin: Zo".getBytes(StandardCharsets.UTF_8));
        head.write(0xeb);
        head.write("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write(head.toByteArray());
        })) {
            var outcome = (Answered) send(dispatcher, get(url(upstream)));

            assertThat(outcome.headers()).containsEntry("x-utf", "Zoë ☕").containsEntry("x-latin", "Zoë");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 503 Service Unavailable, 503, Service Unavailable",
        "HTTP/1.1 503 , 503, Service Unavailable",
        "HTTP/1.1 599 , 599, ''",
        "HTTP/1.1 404 Nöt <b>here\u0007, 404, Nt <b>here",
        "HTTP/1.0 200 OK, 200, OK"
    })
    void shouldGiveStatusAndReasonPhrase(String statusLine, int status, String reasonPhrase) throws IOException {
        Answered answer = (Answered) answerTo(statusLine + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.reasonPhrase()).isEqualTo(reasonPhrase);
        assertThat(answer.contentType()).isEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void shouldNotFollowARedirect() throws IOException {
        try (Upstream upstream = Upstream.that(
                Upstream.answering("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"))) {
            Answered answer = (Answered) send(dispatcher, get(url(upstream)));

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.isSuccessful()).isFalse();
            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @Test
    void shouldSkipInterimResponses() throws IOException {
        String interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\nX-A: b\r\n\r\n"
                + "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 199 Other\r\n\r\n";
        try (Upstream upstream = Upstream.that(Upstream.answering(interim + Upstream.ok("[1]")))) {
            send(dispatcher, get(url(upstream)));

            Answered answer = (Answered) send(dispatcher, get(url(upstream)));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).asString().isEqualTo("[1]");
            assertThat(upstream.connections()).isEqualTo(1);
        }
    }

    @Test
    void shouldTakeABodyThatEndsWithTheConnection() throws IOException {
        Answered answer = (Answered) answerTo("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nall of it");

        assertThat(answer.contentType()).contains("text/plain");
        assertThat(answer.body()).asString().isEqualTo("all of it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe",
                "HTTP/1.1 200 OK\r\nContent-Le",
                ""
            })
    void shouldFailWhenTheConnectionEndsInTheMiddle(String response) throws IOException {
        assertThat(answerTo(response)).isEqualTo(CLOSED);
    }

    @Test
    void shouldFailWhenTheConnectionIsResetInTheMiddle() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nsome of it");
            connection.reset();
        })) {
            assertThat(send(dispatcher, get(url(upstream)))).isEqualTo(CLOSED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/2.0 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nab"
            })
    void shouldFailWhenTheAnswerIsNotValidHttp(String response) throws IOException {
        assertThat(answerTo(response)).isEqualTo(MALFORMED);
    }

    @Test
    void shouldFailWhenAHeaderIsTooLarge() throws IOException {
        WebhookOutcome outcome = answerTo("HTTP/1.1 200 OK\r\nX-Big: " + "x".repeat(40_000) + "\r\n\r\n");

        assertThat(outcome)
                .isEqualTo(new Failed(Cause.MALFORMED_RESPONSE, "Webhook response has a header that is too large"));
    }

    @Test
    void shouldEndABodyAtTheLengthItDeclaredAndDropTheConnection() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}" + Upstream.ok("\"smuggled\""));
            connection.awaitClose();
        })) {
            Answered answer = (Answered) send(dispatcher, get(url(upstream)));

            assertThat(answer.body()).asString().isEqualTo("{}");
            await().until(() -> upstream.closed() == 1);
        }
    }

    @Test
    void shouldTakeAnAnswerThatComesBeforeABigRequestWasRead() throws IOException {
        int size = 32 * 1024 * 1024;
        AtomicLong received = new AtomicLong();
        CountDownLatch answered = new CountDownLatch(1);
        try (Upstream upstream = Upstream.that(connection -> {
            connection.readHead();
            connection.write("HTTP/1.1 413 Content Too Large\r\nContent-Length: 5\r\n\r\nlarge");
            connection.await(answered);
            received.set(connection.awaitClose());
        })) {
            Answered answer = (Answered) send(dispatcher, post(url(upstream), "x".repeat(size)));
            answered.countDown();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).asString().isEqualTo("large");
            await().until(() -> upstream.closed() == 1);
            assertThat(received.get()).as("the rest of the request is not sent").isLessThan(size);
        }
    }

    @Test
    void shouldKeepTheBytesOfTheBody() throws IOException {
        String body = "{\"name\":\"Zoë \uD83D\uDE00\"}";

        Answered answer = (Answered) answerTo(Upstream.ok(body));

        assertThat(answer.body()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasToString("Answered[200, " + answer.body().length + " bytes]");
    }
}
