package org.customactions.identity.keys;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;

/**
 * Asks a URL for keys: with a new connection each time, for a limited time and 1 MiB at most. Redirects are not
 * followed: whoever can make one decides which tokens are good.
 */
final class KeySetUrl {

    static final int MAX_SIZE = 1024 * 1024;
    private static final int OK = 200;

    private final String url;
    private final Vertx vertx;
    private final HttpClientOptions options;
    private final Duration timeout;

    /** @param timeout of the whole call */
    KeySetUrl(String url, Vertx vertx, HttpClientOptions options, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        this.vertx = vertx;
        this.options = options;
    }

    /** The keys; fails with a {@link KeySetFault}. */
    Uni<VerificationKeys> ask() {
        return Uni.createFrom()
                .deferred(this::download)
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new KeySetFault("slow", "it did not answer within %d ms".formatted(timeout.toMillis())))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(KeySetDocument::read)
                .onFailure(failure -> !(failure instanceof KeySetFault))
                .transform(KeySetFaults::of);
    }

    private Uni<Buffer> download() {
        var client = vertx.createHttpClient(options);
        // A context of its own: what a request carries with it, such as its trace, is not for the identity provider.
        var context = ((VertxInternal) vertx).createEventLoopContext();
        var answer = context.<Buffer>promise();
        context.runOnContext(started -> request(client).onComplete(answer));
        return Uni.createFrom()
                .<Buffer>emitter(
                        waiting -> answer.future().onSuccess(waiting::complete).onFailure(waiting::fail))
                .onTermination()
                .invoke(client::close);
    }

    private Future<Buffer> request(HttpClient client) {
        return client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setAbsoluteURI(url)
                        .putHeader(HttpHeaders.ACCEPT, "application/json, */*"))
                .compose(HttpClientRequest::send)
                .compose(KeySetUrl::body);
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        var whole = Promise.<Buffer>promise();
        // In any case: the library logs what has no handler, such as the end of a connection that is not needed any
        // more.
        response.exceptionHandler(whole::tryFail);
        if (response.statusCode() != OK) {
            return Future.failedFuture(
                    KeySetFaults.ofStatus(response.statusCode(), response.getHeader(HttpHeaders.LOCATION)));
        }
        var body = Buffer.buffer();
        response.endHandler(end -> whole.tryComplete(body));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > MAX_SIZE) {
                whole.tryFail(new KeySetFault("too large", "it is larger than 1 MiB; check the URL"));
            } else {
                body.appendBuffer(chunk);
            }
        });
        return whole.future();
    }
}
