package org.customactions.webhook;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.customactions.url.UrlAuthority;
import org.customactions.webhook.Failures.ResponseTooLargeException;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;

/**
 * Unpacks a body in gzip or deflate, and no more of it than may be: what a bomb would become never is. By deflate some
 * servers mean zlib (RFC 1950), as they should, and some the raw stream (RFC 1951).
 */
final class Unpacking {

    private static final int MAX_SHOWN = 40;

    private Unpacking() {}

    /** Whether there is something to unpack. Takes time that an event loop does not have. */
    static boolean isNeeded(WebhookOutcome outcome) {
        return outcome instanceof Answered answered
                && answered.body().length > 0
                && !codings(answered).isEmpty();
    }

    /** The answer with its body unpacked, or why that is impossible. */
    static WebhookOutcome of(WebhookRequest request, Answered answer, long limit) {
        var host = UrlAuthority.split(request.url().getRawAuthority()).host();
        var codings = codings(answer);
        var coding = String.join(", ", codings);
        try (var unpacked = stream(coding, answer.body())) {
            if (unpacked == null) {
                return new Failed(
                        Cause.CONTENT_ENCODING,
                        "Webhook response from %s has a Content-Encoding that cannot be unpacked: %s"
                                .formatted(host, shown(coding)));
            }
            var body = unpacked.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            return body.length > limit
                    ? new Failed(Cause.RESPONSE_TOO_LARGE, new ResponseTooLargeException(limit).getMessage())
                    : answer.unpacked(body);
        } catch (IOException e) {
            return new Failed(
                    Cause.CONTENT_ENCODING,
                    "Webhook response from %s is broken or cut off: its %s content cannot be unpacked"
                            .formatted(host, coding));
        }
    }

    /** More than one would make a small bomb large in between. */
    private static InputStream stream(String coding, byte[] body) throws IOException {
        var packed = new ByteArrayInputStream(body);
        return switch (coding) {
            case "gzip", "x-gzip" -> new Members(packed, body.length);
            case "deflate" -> new InflaterInputStream(packed, new Inflater(!isZlib(body)));
            default -> null;
        };
    }

    /**
     * The members of a gzip stream (RFC 1952, 2.2). The JDK takes a further member whose header is cut off for
     * something that does not belong to the stream, and ends without a word. What follows the last member and is none
     * is left out, as gzip itself does.
     */
    private static final class Members extends GZIPInputStream {

        private static final int TRAILER = 8;
        private static final byte[] MAGIC = {0x1f, (byte) 0x8b};

        /** @param length of the whole stream, all of which is read at once, so that it is known what is left of it */
        private Members(InputStream packed, int length) throws IOException {
            super(packed, length);
        }

        @Override
        public int read(byte[] unpacked, int offset, int length) throws IOException {
            var count = super.read(unpacked, offset, length);
            if (count < 0 && beginsMember(inf.getRemaining() - TRAILER)) {
                throw new EOFException("A member of the stream is cut off");
            }
            return count;
        }

        private boolean beginsMember(int left) {
            return left > 0 && buf[len - left] == MAGIC[0] && (left == 1 || buf[len - left + 1] == MAGIC[1]);
        }
    }

    /** Whether the first two bytes are those of RFC 1950: its method, and a checksum of 31. */
    private static boolean isZlib(byte[] body) {
        return body.length > 1 && (body[0] & 0x0f) == 8 && (((body[0] & 0xff) << 8) + (body[1] & 0xff)) % 31 == 0;
    }

    private static List<String> codings(Answered answer) {
        return Arrays.stream(
                        answer.headers().getOrDefault("content-encoding", "").split(","))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
    }

    private static String shown(String coding) {
        var plain = coding.replaceAll("[^ -~]", "");
        return plain.substring(0, Math.min(plain.length(), MAX_SHOWN));
    }
}
