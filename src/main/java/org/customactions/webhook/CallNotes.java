package org.customactions.webhook;

import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What is written down of a call while it happens, for who wants to see it later. Of a call that is redirected, or that
 * is made again, it is the last request. Written on the call's context; read once the call is over.
 */
public final class CallNotes {

    private WebhookRequest request;
    private String address;
    private long start;
    private Step lookUp = Step.NONE;
    private Step connect = Step.NONE;
    private Step secured = Step.NONE;
    private Step firstByte = Step.NONE;
    private long ended;

    /** A part of a call, in nanoseconds of {@link System#nanoTime()}. */
    private record Step(long start, long end, boolean isOver) {

        private static final Step NONE = new Step(0, 0, false);

        private static final Step NOTHING = new Step(0, 0, true);

        private static Step from(long start) {
            return new Step(start, start, false);
        }

        private Step over() {
            return new Step(start, System.nanoTime(), true);
        }

        private OptionalLong millis() {
            return isOver ? OptionalLong.of(CallNotes.millis(end - start)) : OptionalLong.empty();
        }
    }

    void began(WebhookRequest sent) {
        start = request == null ? System.nanoTime() : start;
        request = sent;
        address = null;
        lookUp = Step.from(System.nanoTime());
        connect = Step.NONE;
        secured = Step.NONE;
        firstByte = Step.NONE;
    }

    void lookedUp() {
        lookUp = lookUp.over();
    }

    /** @param server what is connected to; null if that is a proxy */
    void connecting(SocketAddress server) {
        address = server == null ? null : server.host();
        connect = Step.from(System.nanoTime());
    }

    /** @param tlsNanos how long TLS took of the time since connecting began */
    void connected(boolean isReused, long tlsNanos) {
        var now = System.nanoTime();
        connect = isReused ? Step.NOTHING : new Step(connect.start, now - tlsNanos, true);
        secured = isReused ? Step.NOTHING : new Step(now - tlsNanos, now, true);
        firstByte = Step.from(System.nanoTime());
    }

    void answering() {
        firstByte = firstByte.over();
    }

    void ended() {
        ended = System.nanoTime();
    }

    /** The request that was sent last; empty if none was. */
    public Optional<WebhookRequest> request() {
        return Optional.ofNullable(request);
    }

    /** The address that was connected to; empty if there was none, or a proxy connected. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /** How long looking the host up took; empty if it did not come to an end. */
    public OptionalLong lookUpMillis() {
        return lookUp.millis();
    }

    /** How long connecting took without TLS: nothing on a connection that was there already. */
    public OptionalLong connectMillis() {
        return connect.millis();
    }

    /** How long TLS took: nothing without it, and on a connection that was there already. */
    public OptionalLong tlsMillis() {
        return secured.millis();
    }

    /** How long it took from sending to the beginning of the answer. */
    public OptionalLong firstByteMillis() {
        return firstByte.millis();
    }

    /** How long all of it took, tokens and redirects included; nothing if nothing was sent. */
    public long totalMillis() {
        return request == null ? 0 : millis((ended == 0 ? System.nanoTime() : ended) - start);
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    /** Without contents, which are customer data. */
    @Override
    public String toString() {
        return "CallNotes";
    }
}
