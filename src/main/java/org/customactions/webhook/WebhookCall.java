package org.customactions.webhook;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.impl.ContextInternal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.customactions.url.UrlException;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;

/**
 * One request, from looking the host up to the last byte of the answer, within a deadline. Everything happens on the
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
    private final Deadline deadline;
    private final CallTrace trace;
    private final ContextInternal context;
    private final Consumer<WebhookOutcome> receiver;

    private final CallNotes notes;
    private Destination destination;
    private MultiMap headers;
    private List<RequestOptions> routes;
    private int current;
    private Exchange exchange;
    private long timer = NO_TIMER;
    private boolean repeated;
    private boolean ended;

    WebhookCall(
            UUID organizationId,
            WebhookRequest request,
            Transport transport,
            Deadline deadline,
            CallTrace trace,
            ContextInternal context,
            Consumer<WebhookOutcome> receiver) {
        this.organizationId = organizationId;
        this.request = request;
        this.notes = request.delivery().notes();
        this.transport = transport;
        this.deadline = deadline;
        this.trace = trace;
        this.context = context;
        this.receiver = receiver;
    }

    void start() {
        if (ended) {
            return;
        }
        notes.began(request);
        timer = context.setTimer(Math.max(1, deadline.remainingMillis()), id -> end(deadline.missed()));
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
                .routes()
                .to(organizationId, destination, request.method(), context)
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

    private void connect(List<RequestOptions> checked) {
        notes.lookedUp();
        routes = checked.subList(0, Math.min(checked.size(), MAX_ADDRESSES));
        attempt(transport.pooled());
    }

    private void attempt(HttpClient client) {
        if (ended) {
            return;
        }
        // Each address gets a share of the remaining time, so that a dead one leaves time for the next.
        // The last one gets more than is left, so that the deadline comes first.
        // Waiting for a free connection counts too.
        var share = deadline.remainingMillis() / (routes.size() - current) + GRACE_MILLIS;
        var options = new RequestOptions(routes.get(current)).setConnectTimeout(share);
        headers.forEach(header -> options.putHeader(header.getKey(), header.getValue()));
        notes.connecting(transport.routes().isDirect() ? routes.get(current).getServer() : null);
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
        } else if (!exchange.isConnected() && current + 1 < routes.size()) {
            current++;
            attempt(transport.pooled());
        } else {
            end(
                    exchange.isConnected()
                            ? Failures.ofExchange(error, destination.host())
                            : Failures.ofConnect(error, destination.host()));
        }
    }

    private void end(WebhookOutcome outcome) {
        if (!ended) {
            ended = true;
            notes.ended();
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
