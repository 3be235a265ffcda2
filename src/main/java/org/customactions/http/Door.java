package org.customactions.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the connections of one server come in. Each gets handlers that bound what its client can make the service hold.
 * If nearly all places are taken, a newcomer gets the place of the connection that has waited longest for its client:
 * one that is idle, or whose request is not complete.
 */
final class Door {

    private static final String CODEC = "httpDecoder";
    private static final String SERVER = "handler";
    private static final int TURN_MILLIS = 2;

    private final DoorLimits limits;
    private final UnsentBytes unsent;
    private final BodyBytes bodies = BodyBytes.ofThisMachine();

    /** In the order in which they began to wait. */
    private final Set<Pacing> waiting = new LinkedHashSet<>();

    private final AtomicInteger queueing = new AtomicInteger();

    private int open;

    Door(DoorLimits limits, UnsentBytes unsent) {
        this.limits = limits;
        this.unsent = unsent;
    }

    /** Puts the handlers around those of Vert.x, which are there already unless the connection is encrypted. */
    void guard(Channel connection) {
        var pipeline = connection.pipeline();
        if (!(pipeline.get(CODEC) instanceof HttpRequestDecoder decoder) || pipeline.get(SERVER) == null) {
            return;
        }
        var outflow = new Outflow(unsent);
        pipeline.addFirst("outflow", outflow);
        pipeline.addBefore(SERVER, "pacing", new Pacing(this, bodies, decoder, limits.headTimeout()));
        pipeline.addBefore(SERVER, "framing", new Framing());
    }

    /** A connection has sent a request before the one before was answered. */
    void queues() {
        queueing.incrementAndGet();
    }

    void queuesNoMore() {
        queueing.decrementAndGet();
    }

    /**
     * In how many milliseconds the next request of such a connection has its turn. All of them together get five
     * hundred in a second, so that others need not queue; one alone need not wait.
     */
    int turn() {
        return (queueing.get() - 1) * TURN_MILLIS;
    }

    void enters(Pacing connection) {
        Pacing replaced = null;
        synchronized (waiting) {
            open++;
            waiting.add(connection);
            if (open > limits.crowded()) {
                replaced = waiting.iterator().next();
                waiting.remove(replaced);
            }
        }
        if (replaced != null) {
            replaced.close();
        }
    }

    /** The client's turn: to send a request, or the rest of one. */
    void waitsFor(Pacing connection) {
        synchronized (waiting) {
            waiting.add(connection);
        }
    }

    /** The service's turn. */
    void serves(Pacing connection) {
        synchronized (waiting) {
            waiting.remove(connection);
        }
    }

    void leaves(Pacing connection) {
        synchronized (waiting) {
            open--;
            waiting.remove(connection);
        }
    }
}
