package org.customactions.webhook;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.future.PromiseInternal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.customactions.webhook.Failures.ResponseTooLargeException;
import org.customactions.webhook.WebhookOutcome.Answered;

/** One request on one connection and its response, whose size is counted while it streams. Runs on a single context. */
final class Exchange {

    private static final int MAX_REASON_PHRASE = 100;

    private final WebhookRequest webhook;
    private final long maxResponseSize;
    private final PromiseInternal<Answered> answer;
    private final Buffer body = Buffer.buffer();

    private HttpClientRequest request;
    private ConnectionWatch watch;
    private Future<Void> sent;
    private boolean aborted;

    Exchange(WebhookRequest webhook, long maxResponseSize, ContextInternal context) {
        this.webhook = webhook;
        this.maxResponseSize = maxResponseSize;
        this.answer = context.promise();
    }

    Future<Answered> start(HttpClient client, RequestOptions options) {
        // Composed, so that an exception from the client fails the exchange too.
        answer.context()
                .succeededFuture()
                .compose(v -> client.request(options))
                .onSuccess(this::send)
                .onFailure(answer::tryFail);
        return answer.future();
    }

    /** Ends the exchange at once and closes its connection; after a complete answer the connection stays open. */
    void abort() {
        aborted = true;
        if (request != null && !answer.future().succeeded()) {
            request.reset();
            if (watch != null) {
                watch.close();
            }
        }
    }

    boolean isConnected() {
        return watch != null;
    }

    /**
     * Whether the request can be sent again without doing its work twice: either nothing of it was sent, or it is
     * idempotent and its kept-alive connection had served a request before and was closed without a byte of an answer.
     * Upstreams end idle connections like this (RFC 9112 section 9.3.1).
     */
    boolean mayBeRepeatedAfter(Throwable error) {
        if (watch == null) {
            // A pooled connection was closed just when it was taken. A failure to connect is another exception.
            return error instanceof HttpClosedException;
        }
        var wasIdle = watch.isReused() && !watch.hasAnswer();
        return Failures.isClosed(error) && (!watch.hasSent() || webhook.isIdempotent() && wasIdle);
    }

    private void send(HttpClientRequest acquired) {
        request = acquired;
        request.exceptionHandler(answer::tryFail);
        if (aborted) {
            request.reset();
            return;
        }
        watch = ConnectionWatch.of(request.connection());
        watch.begin();
        webhook.delivery().notes().connected(watch.isReused(), watch.tlsNanos());
        request.response().onSuccess(this::receive).onFailure(answer::tryFail);
        sent = webhook.isBodiless() ? request.end() : request.end(Buffer.buffer(webhook.body()));
    }

    private void receive(HttpClientResponse response) {
        webhook.delivery().notes().answering();
        response.exceptionHandler(answer::tryFail);
        if (response.statusCode() < 200) {
            fail(new IllegalStateException("Unexpected interim response"));
            return;
        }
        if (declaredLength(response) > maxResponseSize) {
            fail(new ResponseTooLargeException(maxResponseSize));
            return;
        }
        response.handler(this::append);
        response.endHandler(end -> complete(response));
    }

    private void append(Buffer chunk) {
        if (body.length() + (long) chunk.length() > maxResponseSize) {
            fail(new ResponseTooLargeException(maxResponseSize));
        } else {
            body.appendBuffer(chunk);
        }
    }

    private void complete(HttpClientResponse response) {
        if (!sent.isComplete() || watch.hasSurplus()) {
            // Answered before everything was sent: the rest must not go out before the next request. Nor may what came
            // after the answer be taken for the next one.
            // The first call takes the connection out of the pool at once.
            request.connection().close();
            watch.close();
        }
        answer.tryComplete(new Answered(
                response.statusCode(),
                reasonPhrase(response),
                Optional.ofNullable(response.getHeader(HttpHeaders.CONTENT_TYPE)),
                headers(response),
                body.getBytes()));
    }

    private void fail(Throwable error) {
        answer.tryFail(error);
        abort();
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        var headers = new TreeMap<String, String>();
        response.headers()
                .forEach((name, value) -> headers.merge(
                        name.toLowerCase(Locale.ROOT), utf8(value), (earlier, later) -> earlier + ", " + later));
        return headers;
    }

    /** Bytes arrive as one character each; what is UTF-8 is read as that, as browsers and servers mean it. */
    private static String utf8(String value) {
        if (value.chars().allMatch(c -> c < 0x80)) {
            return value;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }

    private static long declaredLength(HttpClientResponse response) {
        var length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private static String reasonPhrase(HttpClientResponse response) {
        var sent = String.valueOf(response.statusMessage())
                .replaceAll("[^ -~]", "")
                .strip();
        if (!sent.isEmpty()) {
            return sent.substring(0, Math.min(sent.length(), MAX_REASON_PHRASE));
        }
        var standard = HttpResponseStatus.valueOf(response.statusCode());
        return standard.reasonPhrase().contains("(") ? "" : standard.reasonPhrase();
    }
}
