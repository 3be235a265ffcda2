package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.webhook.Caller.get;
import static org.customactions.webhook.Caller.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in gzip and deflate, whole and broken. */
class WebhookContentEncodingTest {

    private static final byte[] JSON =
            ("{\"id\":7,\"text\":\"" + "Zoë ".repeat(500) + "\"}").getBytes(StandardCharsets.UTF_8);
    private static final Failed BROKEN = new Failed(
            Cause.CONTENT_ENCODING,
            "Webhook response from 127.0.0.2 is broken or cut off: its gzip content cannot be unpacked");

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

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZip", "x-gzip", "identity, gzip", " gzip ,"})
    void shouldUnpackGzip(String coding) throws IOException {
        var outcome = (Answered) answerTo(coding, gzip(JSON));

        assertThat(outcome.body()).isEqualTo(JSON);
        assertThat(UpstreamBody.json(outcome).orElseThrow().get("id").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void shouldUnpackBothKindsOfDeflate(boolean raw) throws IOException {
        assertThat(((Answered) answerTo("deflate", deflate(JSON, raw))).body()).isEqualTo(JSON);
    }

    @Test
    void shouldUnpackGzipInSeveralMembers() throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(gzip(Arrays.copyOf(JSON, 100)));
        both.write(gzip(Arrays.copyOfRange(JSON, 100, JSON.length)));

        assertThat(((Answered) answerTo("gzip", both.toByteArray())).body()).isEqualTo(JSON);
    }

    @Test
    void shouldFailForAStreamThatIsCutInALaterMember() throws IOException {
        var first = gzip(JSON);
        var second = gzip(" ".getBytes(StandardCharsets.UTF_8));
        for (int kept = 1; kept < second.length; kept++) {
            var cut = Arrays.copyOf(first, first.length + kept);
            System.arraycopy(second, 0, cut, first.length, kept);

            assertThat(answerTo("gzip", cut)).as("%d bytes of it", kept).isEqualTo(BROKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 100})
    void shouldLeaveOutWhatFollowsTheStream(int zeros) throws IOException {
        var packed = gzip(JSON);

        var outcome = (Answered) answerTo("gzip", Arrays.copyOf(packed, packed.length + zeros));

        assertThat(outcome.body()).isEqualTo(JSON);
    }

    @Test
    void shouldTakeNothingForNothing() throws IOException {
        assertThat(((Answered) answerTo("gzip", new byte[0])).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 12, 30, -9, -8, -1})
    void shouldFailForACutStream(int length) throws IOException {
        var packed = gzip(JSON);
        var cut = Arrays.copyOf(packed, length > 0 ? length : packed.length + length);

        assertThat(answerTo("gzip", cut)).isEqualTo(BROKEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 15, -1, -5})
    void shouldFailForABrokenStream(int at) throws IOException {
        var packed = gzip(JSON);
        packed[at >= 0 ? at : packed.length + at] ^= 0x55;

        assertThat(answerTo("gzip", packed)).isEqualTo(BROKEN);
        assertThat(((Failed) answerTo("deflate", new byte[] {0x78, (byte) 0x9c, 1, 2, 3})).message())
                .endsWith("its deflate content cannot be unpacked");
        assertThat(answerTo("gzip", JSON)).isEqualTo(BROKEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"br|br", "zstd|zstd", "gzip, gzip|gzip, gzip", "gzip, br|gzip, br", "no thing|no thing"})
    void shouldFailForAnotherContentEncoding(String coding, String shown) throws IOException {
        assertThat(answerTo(coding, gzip(gzip(new byte[10 * 1024 * 1024]))))
                .isEqualTo(new Failed(
                        Cause.CONTENT_ENCODING,
                        "Webhook response from 127.0.0.2 has a Content-Encoding that cannot be unpacked: " + shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void shouldEndABombAtTheLimit(String coding) throws IOException {
        var zeros = new byte[10 * 1024 * 1024];

        assertThat(answerTo(coding, coding.equals("gzip") ? gzip(zeros) : deflate(zeros, true)))
                .isEqualTo(new Failed(Cause.RESPONSE_TOO_LARGE, "Webhook response is larger than 1 MiB"));
    }

    @Test
    void shouldUnpackABombInABombOnceOnly() throws IOException {
        var inner = gzip(new byte[10 * 1024 * 1024]);
        var outcome = (Answered) answerTo("gzip", gzip(inner));

        assertThat(outcome.body()).isEqualTo(inner);
        assertThat(UpstreamBody.of(outcome)).isEmpty();
    }

    @Test
    void shouldUnpackUpToTheLimit() throws IOException {
        var most = new byte[1024 * 1024];

        assertThat(((Answered) answerTo("gzip", gzip(most))).body()).hasSize(most.length);
    }

    private static WebhookOutcome answerTo(String coding, byte[] body) throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: " + coding
                    + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            connection.write(body);
            connection.awaitClose();
        })) {
            return send(dispatcher, get("http://127.0.0.2:" + upstream.port() + "/"));
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var stream = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
            stream.write(plain);
        }
        return packed.toByteArray();
    }
}
