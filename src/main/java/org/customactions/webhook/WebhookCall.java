package org.customactions.webhook;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.impl.ContextInternal;
import java.net.InetAddress;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.customactions.text.Quantity;
import org.customactions.url.UrlException;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;

/**
 * One call, from looking the host up to the last byte of the answer, under one deadline. Everything happens on the
 * caller's context, so no state is shared between threads.
 */
final class WebhookCall {

    /** A name with many dead addresses must not make one call try all of them. */
    private static final int MAX_ADDRESSES = 3;

    private static final long NO_TIMER = -1;
    private static final long GRACE_MILLIS = 100;

    private final UUID organizationId;
    private final WebhookRequest request;
    private final Transport transport;
    private final CallTrace trace;
    private final ContextInternal context;
    private final Consumer<WebhookOutcome> receiver;

    private Destination destination;
    private MultiMap headers;
    private List<InetAddress> addresses;
    private int current;
    private Exchange exchange;
    private long startedNanos;
    private long timer = NO_TIMER;
    private boolean repeated;
    private boolean ended;

    WebhookCall(
            UUID organizationId,
            WebhookRequest request,
            Transport transport,
            CallTrace trace,
            ContextInternal context,
            Consumer<WebhookOutcome> receiver) {
        this.organizationId = organizationId;
        this.request = request;
        this.transport = transport;
        this.trace = trace;
        this.context = context;
        this.receiver = receiver;
    }

    void start() {
        if (ended) {
            return;
        }
        startedNanos = System.nanoTime();
        timer = context.setTimer(Math.max(1, transport.timeout().toMillis()), id -> expire());
        try {
            destination = Destination.of(request.url());
            headers = RequestHeaders.of(destination, request.headers());
            trace.handOn(headers);
        } catch (UrlException e) {
            end(Failures.addressDenied());
            return;
        } catch (Destination.InvalidUrlException | RequestHeaders.InvalidHeaderException e) {
            end(new Failed(Cause.INVALID_REQUEST, e.getMessage()));
            return;
        }
        transport
                .resolver()
                .resolve(organizationId, destination.host(), context)
                .onSuccess(this::connect)
                .onFailure(error -> {
                    end(Failures.ofLookUp(error, destination.host()));
                });
    }

    /** Stops the call without an outcome; does nothing if it already has one. */
    void cancel() {
        if (!ended) {
            ended = true;
            trace.abandoned();
            release();
        }
    }

    private void connect(List<InetAddress> checked) {
        addresses = checked.subList(0, Math.min(checked.size(), MAX_ADDRESSES));
        attempt(transport.pooled());
    }

    private void attempt(HttpClient client) {
        if (ended) {
            return;
        }
        // Each address gets a share of the remaining time, so that a dead one leaves time for the next.
        // The last one gets more than is left, so that the deadline comes first.
        // Waiting for a free connection counts too.
        var share = remainingMillis() / (addresses.size() - current) + GRACE_MILLIS;
        var options = destination
                .at(addresses.get(current), request.method())
                .setHeaders(headers)
                .setConnectTimeout(share);
        exchange = new Exchange(request, transport.maxResponseSize(), context);
        exchange.start(client, options).onSuccess(this::end).onFailure(this::recover);
    }

    private void recover(Throwable error) {
        if (ended) {
            return;
        }
        if (!repeated && exchange.mayBeRepeatedAfter(error)) {
            repeated = true;
            attempt(transport.single());
        } else if (!exchange.isConnected() && current + 1 < addresses.size()) {
            current++;
            attempt(transport.pooled());
        } else {
            end(
                    exchange.isConnected()
                            ? Failures.ofExchange(error, destination.host())
                            : Failures.ofConnect(error, destination.host()));
        }
    }

    private long remainingMillis() {
        var elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
        return Math.max(0, transport.timeout().toMillis() - elapsed);
    }

    private void expire() {
        end(new Failed(Cause.TIMEOUT, "Webhook timed out after " + Quantity.of(transport.timeout())));
    }

    private void end(WebhookOutcome outcome) {
        if (!ended) {
            ended = true;
            trace.ended(outcome);
            release();
            receiver.accept(outcome);
        }
    }

    private void release() {
        if (timer != NO_TIMER) {
            context.owner().cancelTimer(timer);
        }
        if (exchange != null) {
            exchange.abort();
        }
    }
}
